import type { Operation, SecurityScheme } from '../contract/model/contract.ts';
import { Name } from '../generate/write-code.ts';
import type { ClientSource } from './client-source.ts';
import type { SampleInput } from './operation-sample.ts';
import { writeLiteral } from './write-literal.ts';

/** Call of a method of a client. */
export interface ClientCall {
  /** Name of the API, after which the client is named. */
  readonly api: string;
  /** Base URL of a server or a mock. */
  readonly baseUrl: string;
  readonly source: ClientSource;
  /** Name of the method, as `listMethods` has it. */
  readonly method: string;
  readonly operation: Pick<Operation, 'security'>;
  readonly input: SampleInput;
}

/** Writes a call of a client as a TypeScript module that can be run. */
export function formatClientSample(call: ClientCall): string {
  const { source, method, input } = call;
  const middleware = source.options === undefined ? listMiddleware(call.operation) : [];
  const options = {
    baseUrl: call.baseUrl,
    ...source.options,
    ...(middleware.length > 0 && { middleware: middleware.map(({ code }) => new Name(code)) }),
  };
  const client = nameClient(call.api, method);
  const names = [...new Set(middleware.map(({ name }) => name))].sort();
  return [
    ...(names.length > 0 ? [`import { ${names.join(', ')} } from 'share-contracts/client';`] : []),
    `import { ${source.factory} } from '${source.module}';`,
    '',
    `const ${client} = ${source.factory}(${writeLiteral(options)});`,
    `const result = await ${client}.${method}(${writeInput(input)});`,
    'console.log(result);',
    '',
  ].join('\n');
}

function writeInput(input: SampleInput): string {
  return Object.keys(input).length === 0 ? '' : writeLiteral(input);
}

/** Words that no variable may have for a name, among those that a name of an API may be. */
const RESERVED =
  /^(?:await|class|const|default|delete|export|import|new|package|public|result|static|this|void|with)$/;

/** Camel case of the name of an API. */
function nameClient(api: string, method: string): string {
  const [first = '', ...others] = api.split(/[^A-Za-z\d]+/).filter((word) => word !== '');
  const words = [
    first.toLowerCase(),
    ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ];
  const name = words.join('');
  return /^[a-z]/.test(name) && !RESERVED.test(name) && name !== method ? name : 'client';
}

interface MiddlewareCode {
  readonly name: string;
  readonly code: string;
}

function listMiddleware({ security }: Pick<Operation, 'security'>): readonly MiddlewareCode[] {
  return (security[0] ?? []).flatMap(writeMiddleware);
}

function writeMiddleware({ type, scheme, in: place, parameter }: SecurityScheme): MiddlewareCode[] {
  if (type === 'mutualTLS') return [];
  if (type === 'apiKey') {
    const key = writeLiteral({ in: place, name: parameter, value: 'x' });
    return [{ name: 'apiKey', code: `apiKey(${key})` }];
  }
  if (scheme === 'basic') {
    return [{ name: 'basic', code: "basic('x', 'x')" }];
  }
  return [{ name: 'bearer', code: "bearer('x')" }];
}
