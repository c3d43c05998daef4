import type { CaseRequest } from '../../cases/case.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { isReserved } from '../../contract/model/is-reserved.ts';
import type { Coverage } from '../model/report.ts';

/** Says which declared parameters some requests had, by place and name. */
export function coverParameters(
  { parameters }: Operation,
  requests: readonly CaseRequest[],
): Coverage {
  const named = parameters.filter((parameter) => !isReserved(parameter));
  const isMet = (parameter: Operation['parameters'][number]) =>
    requests.some((request) => has(request, parameter));
  const nameOf = ({ in: place, name }: Operation['parameters'][number]) => `${place} ${name}`;
  return {
    met: named.filter(isMet).map(nameOf),
    missed: named.filter((parameter) => !isMet(parameter)).map(nameOf),
  };
}

function has(
  { pathParameters, query, querystring, headers }: CaseRequest,
  { in: place, name }: Operation['parameters'][number],
): boolean {
  switch (place) {
    case 'path':
      return Object.hasOwn(pathParameters, name);
    case 'query':
      return Object.hasOwn(query, name);
    case 'querystring':
      return querystring !== undefined;
    case 'header':
      return Object.keys(headers).some((key) => key.toLowerCase() === name.toLowerCase());
    case 'cookie':
      return `${headers.Cookie ?? ''}`.split(/;\s*/).some((pair) => pair.startsWith(`${name}=`));
  }
}
