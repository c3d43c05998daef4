import {
  createExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../contract/example/example-request.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { escapeHtml } from '../../html/escape-html.ts';
import { formatCurl } from '../../text/format-curl.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { MockApi } from '../request/mock-api.ts';

interface IndexEntry {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly operations: number;
  readonly curl: string;
}

/** Lists the APIs with a `curl` example each: as HTML for browsers, otherwise as plain text. */
export function renderIndex(
  options: {
    readonly apis: readonly MockApi[];
    readonly docs?: unknown;
    /** Why browsers get no more than this. */
    readonly note?: string | undefined;
  },
  request: HttpRequest,
): HttpResponse {
  const { origin } = request;
  const entries = options.apis.map((api) => describeApi(api, origin));
  const hasDocs = options.docs !== undefined;
  const isHtml = isForBrowser(request);
  return {
    status: 200,
    headers: { 'content-type': `text/${isHtml ? 'html' : 'plain'}; charset=utf-8`, vary: 'accept' },
    body: isHtml
      ? renderHtml(entries, hasDocs, options.note)
      : renderText(entries, origin, hasDocs),
  };
}

/** Whether a request is a browser's, which shows HTML. */
export function isForBrowser({ headers }: HttpRequest): boolean {
  return headers.get('accept')?.includes('text/html') === true;
}

function describeApi({ name, mount, contract }: MockApi, origin: string): IndexEntry {
  const url = `${origin}${mount}`;
  const operation = chooseOperation(contract.operations);
  return {
    name,
    title: contract.title,
    url,
    operations: contract.operations.length,
    curl: operation === undefined ? '' : writeCall(operation, url),
  };
}

/** Chooses the example: preferably a GET operation that the provider documents. */
function chooseOperation(operations: readonly Operation[]): Operation | undefined {
  const reads = operations.filter(({ method }) => method === 'get');
  return (
    reads.find(({ provenance }) => provenance?.level === 'documented') ?? reads[0] ?? operations[0]
  );
}

/** Formats the example request of an operation as a `curl` command. */
function writeCall(operation: Operation, baseUrl: string): string {
  const request = withDummyCredentials(createExampleRequest(operation), operation);
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return formatCurl({ method: request.method, url: `${baseUrl}${formatTarget(request)}`, headers });
}

function renderText(entries: readonly IndexEntry[], origin: string, hasDocs: boolean): string {
  const blocks = entries.map(({ title, url, operations, curl }) =>
    [`${title} (${operations} operations)`, `  ${url}`, `  ${curl}`].join('\n'),
  );
  return [...blocks, ...(hasDocs ? [`Docs\n  ${origin}/docs/`] : []), '']
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function renderHtml(entries: readonly IndexEntry[], hasDocs: boolean, note?: string): string {
  const sections = entries.map(
    ({ name, title, url, operations, curl }) => `<section>
<h2>${escapeHtml(title)}</h2>
<p>${operations} operations at <code>${escapeHtml(url)}</code>${
      hasDocs ? ` · <a href="/docs/${encodeURIComponent(name)}.html">docs</a>` : ''
    }</p>
<pre>${escapeHtml(curl)}</pre>
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mock server</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 3rem auto; max-width: 60rem; padding: 0 1.5rem }
h2 { margin: 2.5rem 0 0; font-size: 1.2rem }
p { margin: .25rem 0 .75rem }
pre { background: #8881; border-radius: 6px; font-size: .9rem; margin: 0; overflow-wrap: anywhere; padding: .75rem 1rem; white-space: pre-wrap }
</style>
</head>
<body>
<h1>Mock server</h1>
<p>Answers with the documented examples. Ask for another one with <code>Prefer: code=404</code> or
<code>Prefer: example=NAME</code>.${hasDocs ? ' Everything is described in the <a href="/docs/">docs</a>.' : ''}</p>
${note === undefined ? '' : `<p>${escapeHtml(note)}</p>\n`}${sections.join('\n')}
</body>
</html>
`;
}
