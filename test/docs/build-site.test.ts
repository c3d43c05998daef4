import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadDocsApis } from '../../src/cli/docs.ts';
import type { Contract } from '../../src/contract/model/contract.ts';
import { buildSite } from '../../src/docs/build-site.ts';
import { PAGE_POLICY } from '../../src/docs/page-policy.ts';
import { PROVENANCE_LEVELS } from '../../src/docs/provenance-levels.ts';
import { OWN_PROJECT } from '../support/own-project.ts';
import { findOutsideResources } from './find-outside-resources.ts';
import { readElements } from './read-elements.ts';

const folder = await mkdtemp(join(tmpdir(), 'share-contracts-site-'));
afterAll(() => rm(folder, { recursive: true }));

const outputFolder = join(folder, 'docs');
const apis = await loadDocsApis(OWN_PROJECT);
await buildSite({ apis, outputFolder });

const files = await readdir(outputFolder);
const pages = await Promise.all(
  files
    .filter((file) => file.endsWith('.html'))
    .map(async (file) => ({ file, html: await readFile(join(outputFolder, file), 'utf8') })),
);
const index = readPage('index');
const LEVEL = new RegExp(Object.keys(PROVENANCE_LEVELS).join('|'));

function readPage(name: string): string {
  return pages.find(({ file }) => file === `${name}.html`)?.html ?? '';
}

function listOperations({ operations, webhooks }: Contract) {
  return [...operations, ...webhooks];
}

/** What stands from one text to the next other one, without tags. */
function readBetween(html: string, start: string, end: string): string {
  const from = html.indexOf(start);
  return html.slice(from, html.indexOf(end, from)).replaceAll(/<[^>]*>/g, ' ');
}

/** Entry of an operation in the menu of its page. */
function readEntry(html: string, id: string): string {
  return readBetween(html, `href="/other/${id.toLowerCase()}"`, '</a>');
}

function readDescription(html: string, id: string): string {
  return new RegExp(`"operationId":"${id}"[^{}]*"description":"([^"]*)`).exec(html)?.[1] ?? '';
}

/** Row of an operation in the index. */
function readRow(api: string, id: string): string {
  return readBetween(index, `href="${api}.html#/other/${id.toLowerCase()}"`, '</tr>');
}

describe('buildSite', () => {
  test('writes an index and one or two pages per API, and leaves nothing else behind', async () => {
    const names = apis.flatMap(({ name, behaviourNotes }) =>
      behaviourNotes === undefined ? [`${name}.html`] : [`${name}.html`, `${name}-behaviour.html`],
    );
    expect(files.sort()).toEqual(['digest.txt', 'index.html', ...names].sort());
    expect(await readdir(folder)).toEqual(['docs']);
  });

  describe.each(pages)('$file', ({ html }) => {
    test('asks for nothing outside the page', () => {
      expect(findOutsideResources(html)).toEqual([]);
    });

    test('forbids requests by its policy before anything else can ask', () => {
      const [first, second] = readElements(html.slice(html.indexOf('<head>'))).slice(1);
      expect(first?.attributes.get('charset')).toBe('utf-8');
      expect(second?.attributes.get('http-equiv')).toBe('Content-Security-Policy');
      expect(second?.attributes.get('content')).toBe(PAGE_POLICY);
      expect(PAGE_POLICY).toContain("default-src 'none'");
      expect(PAGE_POLICY).not.toMatch(/https?:|\*|'self'/);
    });
  });

  describe.each(apis)('$name', ({ name, contract, behaviourNotes }) => {
    const html = readPage(name);

    test('has telemetry switched off', () => {
      expect(html).toContain('"disableTelemetry":true');
      expect(html).not.toContain('otel.cloud');
    });

    test('has the title of its contract', () => {
      expect(readElements(html).find((element) => element.name === 'title')?.text).toBe(
        contract.title,
      );
    });

    test.each(name === 'mock-control' ? [] : listOperations(contract))(
      'shows the provenance of $id',
      ({ id, provenance }) => {
        const level = String(provenance?.level);
        expect(readEntry(html, id)).toContain(level);
        expect(readDescription(html, id)).toMatch(`**Provenance: ${level}.**`);
        expect(readRow(name, id)).toContain(level);
      },
    );

    test.each(name === 'mock-control' ? listOperations(contract) : [])(
      'shows no provenance of $id',
      ({ id }) => {
        expect(readEntry(html, id)).not.toMatch(LEVEL);
        expect(readDescription(html, id)).toMatch(/^(?!.*Provenance)./);
        expect(readRow(name, id)).not.toMatch(LEVEL);
      },
    );

    test('says what the mock does of what is known of the provider', () => {
      const link = `href="${name}-behaviour.html"`;
      const shown = readPage(`${name}-behaviour`);
      if (behaviourNotes === undefined) {
        expect(index).not.toContain(link);
        expect(shown).toBe('');
        return;
      }
      expect(index).toContain(link);
      for (const answer of ['yes', 'no']) {
        const written = behaviourNotes.match(new RegExp(`(?<=\\| )${answer}\\b`, 'g'))?.length;
        expect(written).toBeGreaterThan(1);
        expect(shown.split(`<td><span class="label ${answer}">`).length - 1).toBe(written);
      }
    });

    test.each(listOperations(contract))('is linked from the index at $id', (operation) => {
      expect(readRow(name, operation.id)).toContain(operation.summary);
      expect(html).toContain(`href="/other/${operation.id.toLowerCase()}"`);
    });
  });
});
