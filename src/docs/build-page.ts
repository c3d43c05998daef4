import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '../contract/model/contract.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import { decorateProvenance } from './decorate-provenance.ts';
import { flattenTags } from './flatten-tags.ts';
import { inlineText, PAGE_ICON } from './inline-image.ts';
import { PAGE_POLICY } from './page-policy.ts';
import { removeExternalAddresses } from './remove-external-addresses.ts';
import { runRedocly } from './run-redocly.ts';

const TEMPLATE = join(import.meta.dirname, 'page-template.hbs');

/** Options of Redoc CE 3: https://redocly.com/docs/redoc/v3.x/config. */
const REDOC_OPTIONS = {
  jsonSamplesExpandLevel: 4,
  schemasExpansionLevel: 3,
  sortRequiredPropsFirst: true,
};

/** Builds the page of one API as a single HTML file. Throws DocsError when Redocly fails. */
export async function buildPage(contract: Contract): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'share-contracts-docs-'));
  try {
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(prepareDocument(contract)));
    await writeFile(join(folder, 'redocly.yaml'), 'telemetry: "off"\n');
    await runRedocly(folder, listOptions(contract.title));
    return removeExternalAddresses(await readFile(join(folder, 'page.html'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function listOptions(title: string): string[] {
  return [
    'build-docs',
    'openapi.json',
    '--output=page.html',
    '--config=redocly.yaml',
    '--inlineBundle',
    `--title=${title}`,
    `--template=${TEMPLATE}`,
    `--templateOptions.policy=${PAGE_POLICY}`,
    `--templateOptions.icon=${PAGE_ICON}`,
    `--openapi=${JSON.stringify(REDOC_OPTIONS)}`,
  ];
}

function prepareDocument(contract: Contract): Record<string, unknown> {
  const document = flattenTags(decorateProvenance(contract.document));
  const info = isJsonObject(document.info) ? document.info : {};
  return { ...document, info: { ...info, 'x-logo': LINK_TO_INDEX } };
}

/** The logo links back to the list of APIs. */
const LINK_TO_INDEX = {
  url: inlineText('← All APIs', 16),
  altText: 'All APIs',
  href: 'index.html',
};
