import type { Contract, Operation } from '../contract/model/contract.ts';
import { children, descend, isFlag, openDocument, text } from '../contract/model/json-cursor.ts';
import { describeRoute } from './describe-route.ts';
import { listMethods } from './list-methods.ts';
import { openOperation } from './open-operation.ts';

const IMPORTS = `import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import type { paths } from './types.js';
`;

/**
 * Generates a typed client of a contract, beside its types: the method and path of each operation that
 * has an \`operationId\`, and \`createClient\`.
 */
export function generateClient(contract: Contract): string {
  const routes = listMethods(contract).map(({ name, operation }) =>
    writeRoute(contract, operation, name),
  );
  return [
    IMPORTS,
    `${comment(['Method and path of each operation, by the name of the method that calls it.'])}export const operationRoutes = {${routes.length === 0 ? '' : `\n${routes.join('\n')}\n`}} as const;\n`,
    `${comment([`Typed client of ${contract.title}.`])}export type ApiClient = Client<paths, typeof operationRoutes>;\n`,
    `${comment([`Creates a typed client of ${contract.title}.`, ...describeServers(contract)])}export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operationRoutes>(operationRoutes, options);
}
`,
  ].join('\n');
}

function describeServers({ document }: Contract): string[] {
  const servers = children(descend(openDocument(document), 'servers')).flatMap(([, server]) => {
    const url = text(server, 'url');
    return url === undefined ? [] : [`\`${url}\``];
  });
  return servers.length === 0 ? [] : ['', `Servers of the contract: ${servers.join(', ')}.`];
}

function writeRoute(contract: Contract, operation: Operation, name: string): string {
  const place = openOperation(contract.document, operation);
  const lines = [text(place, 'summary'), text(place, 'description')]
    .filter((paragraph) => paragraph !== undefined && paragraph.trim() !== '')
    .flatMap((paragraph, index) => [...(index === 0 ? [] : ['']), ...splitLines(paragraph)]);
  const deprecated = isFlag(place, 'deprecated') ? ['@deprecated'] : [];
  const details = Object.entries(describeRoute(operation));
  const parts = [
    operation.method,
    operation.path,
    ...(details.length > 0 ? [Object.fromEntries(details)] : []),
  ];
  const route = `    ${name}: [${parts.map(writeValue).join(', ')}],`;
  const documentation = [...lines, ...deprecated];
  return documentation.length === 0 ? route : comment(documentation, '    ') + route;
}

function splitLines(paragraph = ''): string[] {
  // A line that begins with "@" would be a tag.
  return paragraph
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd().replace(/^(\s*)@/, '$1\\@'));
}

/** Writes a comment, in one line if it is one. */
function comment(lines: readonly string[], indent = ''): string {
  const safe = lines.map((line) => line.replaceAll('*/', '*\\/'));
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`;
  const body = safe.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`);
  return `${indent}/**\n${body.join('')}${indent} */\n`;
}

/** Writes a text or an object of texts. */
function writeValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return quote(String(value));
  const members = Object.entries(value).map(
    ([key, member]) => `${writeKey(key)}: ${writeValue(member)}`,
  );
  return `{ ${members.join(', ')} }`;
}

function writeKey(key: string): string {
  // As a computed one it is a member like the others.
  if (key === '__proto__') return `['__proto__']`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
