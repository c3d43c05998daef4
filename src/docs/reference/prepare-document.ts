import type { Operation } from '../../contract/model/contract.ts';
import { isJsonObject, unescapeToken } from '../../contract/model/json-cursor.ts';
import { listBehaviour } from '../behaviour/list-behaviour.ts';
import type { DocsApi } from '../docs-api.ts';
import type { SiteOptions } from '../docs-source.ts';
import { decorateProvenance } from './decorate-provenance.ts';
import { flattenTags } from './flatten-tags.ts';
import { shownId } from './fragment-of.ts';
import type { ListSamples, ShownSample } from './operation-samples.ts';

type JsonObject = Record<string, unknown>;

/** What Redoc is to show. */
export interface DocumentParts {
  readonly api: DocsApi;
  readonly options: SiteOptions;
  readonly listSamples: ListSamples;
  /** Markdown at the start of the description. */
  readonly links: string;
}

/**
 * Makes the document that Redoc shows: with provenance, the mock before other servers, and at each operation samples and
 * behaviour.
 */
export function prepareDocument(parts: DocumentParts): Record<string, unknown> {
  const { api, options, listSamples, links } = parts;
  const document = flattenTags(decorateProvenance(api.contract.document));
  for (const operation of api.contract.operations) {
    const node = findNode(document, operation);
    if (node === undefined) continue;
    node.operationId = shownId(operation.id);
    // Redoc would show the id, which is made where the contract has none.
    node.summary ??= `${operation.method.toUpperCase()} ${operation.path}`;
    const behaviour = listBehaviour(api, operation.id);
    if (behaviour !== '') node.description = inParagraphs(node.description, behaviour);
    const samples = listSamples(operation);
    if (samples.length > 0) node['x-codeSamples'] = toCodeSamples(samples);
  }
  const info = isJsonObject(document.info) ? document.info : {};
  return {
    ...document,
    info: { ...info, description: inParagraphs(links, info.description) },
    servers: listServers(api, options, document.servers),
  };
}

/** Operations are copied by `decorateProvenance`, and may be changed. */
function findNode(document: JsonObject, { pointer }: Operation): JsonObject | undefined {
  const keys = pointer.split('/').slice(1).map(unescapeToken);
  const node = keys.reduce<unknown>(
    (at, key) => (isJsonObject(at) ? at[key] : undefined),
    document,
  );
  return isJsonObject(node) ? node : undefined;
}

/** Redoc shows one sample per language and label. */
function toCodeSamples([first, ...others]: readonly ShownSample[]): JsonObject[] {
  if (first === undefined) return [];
  return [
    ...toPair(first, ''),
    ...others.flatMap((sample) => toPair(sample, ` (${sample.example ?? 'another'})`)),
  ];
}

function toPair({ curl, call }: ShownSample, suffix: string): JsonObject[] {
  return [
    { lang: 'Shell', label: `curl${suffix}`, source: curl },
    ...(call === undefined
      ? []
      : [{ lang: 'TypeScript', label: `TypeScript${suffix}`, source: call }]),
  ];
}

function listServers({ mount }: DocsApi, { mockOrigin }: SiteOptions, servers: unknown): unknown[] {
  const own = Array.isArray(servers) ? servers.filter(isJsonObject) : [];
  if (mount === undefined) return own;
  const url = `${mockOrigin}${mount}`;
  const mock = { url, description: 'Mock on this machine' };
  return [mock, ...own.filter((server) => server.url !== url)];
}

function inParagraphs(...parts: readonly unknown[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n');
}
