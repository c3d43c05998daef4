import { escapeHtml } from '../../html/escape-html.ts';
import type { DocsApi } from '../docs-api.ts';
import type { SiteOptions } from '../docs-source.ts';
import { linkBetween } from '../layout/relative-link.ts';
import { nameApiPages } from '../page-path.ts';
import { fragmentOf } from '../reference/fragment-of.ts';
import { createSampleLister, type ListSamples } from '../reference/operation-samples.ts';
import { prepareDocument } from '../reference/prepare-document.ts';
import { readInfo } from '../reference/read-info.ts';
import { REDOC_SCRIPT } from '../reference/redoc-script.ts';
import { writeReference } from '../reference/write-reference.ts';
import type { NameVersion, PageFrame, SitePage } from '../site-page.ts';

/** Makes the reference of an API: by Redoc, and as Markdown; `beside` are the other pages about it. */
export function createReferencePage(
  api: DocsApi,
  options: SiteOptions,
  beside: readonly SitePage[],
): SitePage {
  const { name, contract } = api;
  const path = nameApiPages(name).reference;
  let lister: ListSamples | undefined;
  // Schemas are compiled for it, which a site that is only listed does not need.
  const listSamples: ListSamples = (operation) => {
    lister ??= createSampleLister(api, options);
    return lister(operation);
  };
  return {
    path,
    title: contract.title,
    group: 'apis',
    api: name,
    ...(api.contractPath !== undefined && { source: api.contractPath }),
    summary: readInfo(contract, 'summary'),
    readMarkdown: () => writeReference(api, options, listSamples),
    renderHtml: (frame, nameVersion) =>
      renderReference({ path, api, options, beside, listSamples, frame, nameVersion }),
    findFragment: (heading) => findOperationFragment(api, heading),
  };
}

function findOperationFragment({ contract }: DocsApi, heading: string): string {
  const operations = [...contract.operations, ...contract.webhooks];
  const found = operations.find(({ id }) => heading === id || heading.endsWith(`(${id})`));
  return found === undefined ? '' : fragmentOf(found.id);
}

interface ReferenceParts {
  readonly path: string;
  readonly api: DocsApi;
  readonly options: SiteOptions;
  readonly beside: readonly SitePage[];
  readonly listSamples: ListSamples;
  readonly frame: PageFrame;
  readonly nameVersion: NameVersion;
}

async function renderReference(parts: ReferenceParts): Promise<string> {
  const { path, api, options, beside, listSamples, frame, nameVersion } = parts;
  const { head, header } = frame;
  const assets = ['assets/reference.css', REDOC_SCRIPT, 'assets/reference.js'];
  const [style, redoc, script] = (await Promise.all(assets.map(nameVersion))).map((asset) =>
    linkBetween(path, asset),
  );
  const tryIt = options.tryItScript !== undefined && api.mount !== undefined;
  return `<!doctype html>
<html lang="en">
<head>
${head}
<link rel="stylesheet" href="${style}">
</head>
<body class="reference">
${header}
<div id="redoc" data-api="${escapeHtml(api.name)}" data-operations="${escapeHtml(listOperations(api))}"${tryIt ? ' data-try-it' : ''}></div>
<script type="application/json" id="definition">${writeJson(prepareDocument({ api, options, listSamples, links: linkPages(path, beside) }))}</script>
<script src="${redoc}"></script>
<script src="${script}"></script>
${tryIt ? `<script type="module" src="${options.tryItScript}"></script>\n` : ''}</body>
</html>
`;
}

/** Links to the other pages about an API, as Markdown. */
function linkPages(path: string, beside: readonly SitePage[]): string {
  const link = (text: string, to: string) => `[${text}](${linkBetween(path, to)})`;
  return [
    ...beside.map((page) => link(page.label ?? page.title, `${page.path}.html`)),
    link('Markdown', `${path}.md`),
  ].join(' · ');
}

/** Operations by the id of the element that Redoc shows them in. */
function listOperations({ contract }: DocsApi): string {
  return JSON.stringify(contract.operations.map(({ id }) => [fragmentOf(id).slice(1), id]));
}

/** JSON in a page: a text in it cannot end the element. */
function writeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
