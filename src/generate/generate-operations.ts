import { openOperation } from '../contract/extensions/open-operation.ts';
import {
  readEnvelope,
  readIdempotence,
  readPaging,
} from '../contract/extensions/read-extension.ts';
import type { Contract } from '../contract/model/contract.ts';
import { isFlag, text } from '../contract/model/json-cursor.ts';
import { describeRoute } from './describe-route.ts';
import { type ClientMethod, listMethods } from './list-methods.ts';
import { Name, quote, writeComment, writeMembers, writeValue } from './write-code.ts';

/** Marks a call that bundlers may leave out where its result is not used. */
const PURE = '/* @__PURE__ */';

/** Ways in which pages follow each other. */
const ORDERS = {
  cursor: new Name('byCursor'),
  page: new Name('byPage'),
  offset: new Name('byOffset'),
  link: new Name('byLink'),
};

/** What generated operations import. */
const IMPORTED = [
  ...[
    'byCursor',
    'byLink',
    'byOffset',
    'byPage',
    'kindByMediaType',
    'openEnvelope',
    'operation',
    'withEvents',
  ],
  ...['withPages', 'writeFields', 'writeForm', 'writeMultipart', 'writeStyledPath', 'writeText'],
];

/** Names that no declaration may have: https://tc39.es/ecma262/#prod-ReservedWord, in modules. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof undefined var void while with yield paths envelope'
  )
    .split(' ')
    .concat(IMPORTED),
);

/**
 * Generates a function for each operation of a contract that has an `operationId`, each of which a bundle may use alone.
 *
 * Throws ContractError for an extension that cannot be read.
 */
export function generateOperations(contract: Contract): string {
  const methods = listMethods(contract);
  const envelope = readEnvelope(contract);
  const names = new Set([...RESERVED, ...methods.map(({ name }) => name)]);
  const written = methods.map((method) => ({
    comment: describeOperation(contract, method),
    code: writeOperation(contract, method, envelope !== undefined, nameVariable(method, names)),
  }));
  if (written.length === 0) return 'export {};\n';
  const shared = envelope && { ...envelope, open: new Name('openEnvelope') };
  const constants =
    shared &&
    `/** How a failure is told from a success in the body of an answer. */\nconst envelope = ${writeValue(shared)} as const;\n`;
  const used = listImported([constants ?? '', ...written.map(({ code }) => code)]);
  return [
    `import {\n${used.map((name) => `    ${name},\n`).join('')}} from 'share-contracts/client';\nimport type { paths } from './types.js';\n`,
    ...(constants ? [constants] : []),
    ...written.map(({ comment, code }) => comment + code),
  ].join('\n');
}

/** Lists what code imports: names that stand in it outside of strings. */
function listImported(codes: readonly string[]): string[] {
  const words = codes.flatMap((code) => {
    // Without escapes, every other part is a string.
    const parts = code.replaceAll('\\\\', '').replaceAll("\\'", '').split("'");
    return parts.filter((_, index) => index % 2 === 0).flatMap((part) => part.split(/\W+/));
  });
  const used = new Set(words);
  return IMPORTED.filter((name) => used.has(name));
}

function writeOperation(
  contract: Contract,
  method: ClientMethod,
  isWrapped: boolean,
  variable: string,
): string {
  const { name, operation } = method;
  const types = `paths[${quote(operation.path)}][${quote(operation.method)}]`;
  const { path, method: verb } = operation;
  const idempotent = readIdempotence(contract, operation);
  const members = [
    ...writeMembers({
      name,
      method: verb,
      path,
      ...describeRoute(operation, contract.document),
      ...(idempotent !== undefined && { idempotent }),
    }),
    ...(isWrapped ? ['envelope'] : []),
  ];
  const call = `${PURE} operation<${types}${isWrapped ? ', typeof envelope' : ''}>({\n${members.map((member) => `    ${member},\n`).join('')}})`;
  const paging = readPaging(contract, operation);
  const paged = paging
    ? `${PURE} withPages(${call}, ${writeValue({ ...paging, by: ORDERS[paging.by] })})`
    : call;
  const complete = hasEvents(method) ? `${PURE} withEvents(${paged})` : paged;
  const alias = variable === name ? '' : `export { ${variable} as ${name} };\n`;
  const keyword = alias === '' ? 'export const' : 'const';
  return `${keyword} ${variable} = ${complete};\n${alias}`;
}

/** Names the variable of an operation as it is named itself, if that is no reserved word. */
function nameVariable({ name }: ClientMethod, names: ReadonlySet<string>): string {
  if (!RESERVED.has(name)) return name;
  let variable = `${name}_`;
  while (names.has(variable)) variable += '_';
  return variable;
}

function describeOperation(contract: Contract, { operation }: ClientMethod): string {
  const place = openOperation(contract.document, operation);
  const lines = [text(place, 'summary'), text(place, 'description')]
    .filter((paragraph) => paragraph !== undefined && paragraph.trim() !== '')
    .flatMap((paragraph, index) => [...(index === 0 ? [] : ['']), ...splitLines(paragraph)]);
  const documentation = [...lines, ...(isFlag(place, 'deprecated') ? ['@deprecated'] : [])];
  return documentation.length === 0 ? '' : writeComment(documentation);
}

function splitLines(paragraph = ''): string[] {
  // A line that begins with "@" would be a tag.
  return paragraph
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd().replace(/^(\s*)@/, '$1\\@'));
}

/** Whether a success may be a stream of server-sent events. */
function hasEvents({ operation: { responses } }: ClientMethod): boolean {
  return responses
    .filter(({ status }) => /^(2|default$)/.test(status))
    .some(({ content }) => content.some(({ type }) => /^text\/event-stream\b/i.test(type)));
}
