import type { Media, Operation, ResponseSpec } from '../../contract/model/contract.ts';
import {
  child,
  isJsonObject,
  type JsonCursor,
  jump,
  text,
} from '../../contract/model/json-cursor.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import { listBehaviour } from '../behaviour/list-behaviour.ts';
import type { DocsApi } from '../docs-api.ts';
import type { SiteOptions } from '../docs-source.ts';
import { escapeCell } from '../markdown/escape-cell.ts';
import { decorateProvenance } from './decorate-provenance.ts';
import { describeType, listFields } from './list-fields.ts';
import type { ListSamples } from './operation-samples.ts';
import { readInfo } from './read-info.ts';

/** Longest example that is shown, in characters. */
const MAX_EXAMPLE = 4000;

/** What an operation is described with. */
interface Context {
  readonly api: DocsApi;
  /** Contract with its provenance in the descriptions. */
  readonly document: Record<string, unknown>;
  readonly listSamples: ListSamples;
}

/** Writes the reference of an API as Markdown: what Redoc shows of it. */
export function writeReference(
  api: DocsApi,
  options: SiteOptions,
  listSamples: ListSamples,
): string {
  const { contract, mount } = api;
  const document = decorateProvenance(contract.document);
  const context = { api, document, listSamples };
  const server =
    mount === undefined ? '' : `Mock on this machine: \`${options.mockOrigin}${mount}\``;
  return joinParts([
    `# ${contract.title}`,
    readInfo(contract, 'summary'),
    readInfo(contract, 'description'),
    server,
    ...contract.operations.map((operation) => writeOperation(context, operation)),
    ...contract.webhooks.map((webhook) => writeOperation(context, webhook)),
  ]);
}

function writeOperation(context: Context, operation: Operation): string {
  const { id, method, path, pointer, summary, responses } = operation;
  const place = jump(context.document, `#${encodeURI(pointer)}`);
  const isWebhook = pointer.startsWith('/webhooks');
  return joinParts([
    `## ${summary === '' || summary === id ? id : `${summary} (${id})`}`,
    isWebhook
      ? `Webhook \`${path}\`, sent by \`${method.toUpperCase()}\`.`
      : `\`${method.toUpperCase()} ${path}\``,
    text(place, 'description') ?? '',
    writeParameters(context, operation, place),
    writeBody(context, operation, place),
    ...responses.map((response) => writeResponse(context, response, place)),
    isWebhook ? '' : writeSamples(context, operation),
    listBehaviour(context.api, id),
  ]);
}

function writeParameters(
  { document }: Context,
  { parameters }: Operation,
  place: JsonCursor,
): string {
  if (parameters.length === 0) return '';
  const described = describeParameters(place);
  const rows = parameters.map(({ name, in: where, required, schema }) => [
    `\`${name}\``,
    where,
    describeType(document, schema.schema),
    required ? 'required' : '',
    described.get(`${where} ${name}`) ?? '',
  ]);
  return `**Parameters**\n\n${writeTable(['Name', 'In', 'Type', '', 'Description'], rows)}`;
}

/** Descriptions of the parameters of an operation and of its path. */
function describeParameters(operation: JsonCursor): Map<string, string> {
  const path = jump(operation.document, `#${encodeURI(operation.pointer.replace(/\/[^/]*$/, ''))}`);
  const cursors = [path, operation].flatMap((at) => {
    const list = child(at, 'parameters');
    return list === undefined || !Array.isArray(list.node)
      ? []
      : list.node.map((_, index) => child(list, index));
  });
  return new Map(
    cursors.flatMap((at): [string, string][] => {
      if (at === undefined) return [];
      return [[`${text(at, 'in')} ${text(at, 'name')}`, text(at, 'description') ?? '']];
    }),
  );
}

function writeBody(context: Context, { body }: Operation, place: JsonCursor): string {
  if (body === undefined) return '';
  const at = child(place, 'requestBody');
  const parts = body.content.map((media) => writeMedia(context, media, at));
  return joinParts([`**Body${body.required ? '' : ', optional'}**`, ...parts]);
}

function writeResponse(context: Context, response: ResponseSpec, place: JsonCursor): string {
  const answers = child(place, 'responses');
  const at = answers && child(answers, response.status);
  const headers = response.headers.map(({ name }) => `\`${name}\``);
  return joinParts([
    `**Answer ${response.status}**`,
    (at && text(at, 'description')) ?? '',
    headers.length === 0 ? '' : `Headers: ${headers.join(', ')}.`,
    ...response.content.map((media) => writeMedia(context, media, at)),
  ]);
}

function writeMedia(
  { document }: Context,
  { type, schema, examples }: Media,
  at: JsonCursor | undefined,
): string {
  const content = at && child(at, 'content');
  const media = content && child(content, type);
  const shown = media && isJsonObject(media.node) ? media.node.schema : schema?.schema;
  const fields = listFields(document, shown);
  const rows = fields.map(({ name, type: kind, isRequired, description }) => [
    `\`${name}\``,
    kind,
    isRequired ? 'required' : '',
    description,
  ]);
  return joinParts([
    fields.length > 0 ? `\`${type}\`` : `\`${type}\`: ${describeType(document, shown)}`,
    fields.length > 0 ? writeTable(['Field', 'Type', '', 'Description'], rows) : '',
    ...examples.map(({ key, value, serialized }) => {
      const body = serialized ?? JSON.stringify(toPlain(value), null, 2);
      return `Example \`${key}\`:\n\n${writeCode('json', shorten(body))}`;
    }),
  ]);
}

function writeSamples({ listSamples }: Context, operation: Operation): string {
  const parts = listSamples(operation).map(({ example, curl, call }) =>
    joinParts([
      example === undefined ? '' : `With the example \`${example}\`:`,
      writeCode('sh', curl),
      call === undefined ? '' : writeCode('ts', call.trimEnd()),
    ]),
  );
  return parts.length === 0 ? '' : joinParts(['**Samples**', ...parts]);
}

function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A fence is longer than any in the code. */
function writeCode(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

function shorten(code: string): string {
  return code.length > MAX_EXAMPLE ? `${code.slice(0, MAX_EXAMPLE)}…` : code;
}

function joinParts(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
