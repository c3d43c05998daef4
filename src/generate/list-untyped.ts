import type { Contract, Operation } from '../contract/model/contract.ts';
import { bodyFormat } from '../contract/model/media-type.ts';

/** Methods of OpenAPI 3.1, which the generators read. */
const TYPED_METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Whether the generators read the method of an operation. */
export function isTyped({ method }: Operation): boolean {
  return TYPED_METHODS.includes(method);
}

/** Lists the parts of a contract that types cannot be made of, in words. */
export function listUntyped({ operations, webhooks }: Contract): string[] {
  return [...operations, ...webhooks].flatMap((operation) => {
    const name = `${operation.method.toUpperCase()} ${operation.path}`;
    if (!isTyped(operation)) return [name];
    return listUntypedQueries(operation).map((parameter) => `${parameter} of ${name}`);
  });
}

function listUntypedQueries({ parameters }: Operation): string[] {
  return parameters
    .filter(({ in: place }) => place === 'querystring')
    .filter(({ media }) => media === undefined || bodyFormat(media.type) !== 'form')
    .map(({ name }) => `the querystring ${JSON.stringify(name)}`);
}
