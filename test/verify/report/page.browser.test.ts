import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VerifyReport } from '../../../src/verify/model/report.ts';
import { formatHtml } from '../../../src/verify/report/format-html.ts';
import { formatJunit } from '../../../src/verify/report/format-junit.ts';
import {
  AXE,
  type PageOpener,
  type PageOptions,
  startPageOpener,
  type WrittenPage,
} from '../../support/open-written-page.ts';
import { HOSTILE_TEXTS, hostileReport } from './hostile-report.ts';
import { BAD_REPORT, findingOf, GOOD_REPORT, operationOf, reportOf } from './sample-reports.ts';

const REPORTS = [BAD_REPORT, GOOD_REPORT];

let opener: PageOpener;
beforeAll(async () => {
  opener = await startPageOpener();
});
afterAll(() => opener[Symbol.asyncDispose]());

function open(reports: readonly VerifyReport[], options?: PageOptions): Promise<WrittenPage> {
  return opener.open(formatHtml(reports), options);
}

function listCards(page: Page): Promise<string[]> {
  return page.locator('article:visible h4').allInnerTexts();
}

describe('page of a report', () => {
  const sizes = [1280, 390].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  test.each(sizes)('is accessible and fits: $width pixels, $colorScheme', async (size) => {
    const viewport = { width: size.width, height: 800 };
    // The policy of the page lets no tool in.
    const options = { viewport, colorScheme: size.colorScheme, bypassCSP: true };
    await using opened = await open(REPORTS, options);
    await opened.page.addScriptTag({ content: AXE });
    const violations = await opened.page.evaluate(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
    );
    expect(violations).toEqual([]);
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(size.width);
  });

  test('is in the colours that the reader prefers', async () => {
    const backgrounds = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await using opened = await open(REPORTS, { colorScheme });
      backgrounds.push(
        await opened.page.evaluate('getComputedStyle(document.documentElement).backgroundColor'),
      );
    }
    expect(backgrounds).toEqual(['rgb(246, 246, 248)', 'rgb(19, 20, 24)']);
  });

  test('asks no other host, and runs and styles nothing but its own', async () => {
    await using opened = await open(REPORTS);
    expect(opened.problems).toEqual([]);
    const policy = await opened.page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-\S+'; style-src 'sha256-\S+';/);
    expect(policy).not.toContain('unsafe');
  });

  test('filters by kind and by operation', async () => {
    await using opened = await open(REPORTS);
    const { page } = opened;
    const shown = page.locator('#shown');
    expect(await listCards(page)).toHaveLength(6);
    expect(await shown.innerText()).toBe('6 of 6 shown');
    await page.getByLabel('Kind').selectOption('Answer breaks its schema (2)');
    await expect
      .poll(() => listCards(page))
      .toEqual(['GET /notes listNotes', 'GET /notes/{note_id} getNote']);
    expect(await page.locator('.kind:visible').count()).toBe(1);
    await page.getByLabel('Operation').selectOption('notes getNote (2)');
    await expect.poll(() => listCards(page)).toEqual(['GET /notes/{note_id} getNote']);
    expect(await shown.innerText()).toBe('1 of 6 shown');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => listCards(page)).toHaveLength(6);
  });

  test('copies a command', async () => {
    await using opened = await open(REPORTS, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const command = opened.page.locator('.command').nth(3);
    await command.getByRole('button').click();
    await command.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await opened.page.evaluate('navigator.clipboard.readText()')).toBe(
      `curl -X POST -H 'content-type: application/json' -d '{"text":"Bring it'\\''s milk"}' 'http://127.0.0.1:8080/v1/notes'`,
    );
  });

  test('shows all, and offers nothing that does not work, without scripts', async () => {
    await using opened = await open(REPORTS, { javaScriptEnabled: false });
    expect(await opened.page.locator('article').count()).toBe(6);
    expect(await opened.page.locator('button:visible, select:visible').count()).toBe(0);
  });

  test.each([
    ['keeps', [GOOD_REPORT], 'The server keeps its contract, as far as was asked'],
    ['does not keep', [BAD_REPORT], 'The server does not keep its contract'],
    ['do not all keep', REPORTS, 'The servers do not all keep their contracts'],
    [
      'has warnings of',
      [reportOf({ findings: [findingOf({ severity: 'warning' })] })],
      'No errors, and 1 warning',
    ],
    ['was not asked about', [reportOf({ stopped: 'nothing listens.' })], 'The run ended early'],
  ])(
    'says at its top what is true of a server that %s its contract',
    async (_, reports, verdict) => {
      await using opened = await open(reports);
      expect(await opened.page.locator('h1').innerText()).toBe(verdict);
    },
  );

  test('shows which answers were met as a map', async () => {
    await using opened = await open([BAD_REPORT]);
    const table = opened.page.getByRole('region', { name: 'Coverage of notes' });
    const heads = await table.locator('thead th').allInnerTexts();
    expect(heads).toEqual(
      'operation 200 201 204 400 401 404 409 429 4XX default constraints cases failed'.split(' '),
    );
    const row = table.getByRole('row').filter({ hasText: 'createNote' }).locator('td');
    expect(await row.evaluateAll((cells) => cells.map(({ className }) => className))).toEqual([
      '',
      'met',
      '',
      'met',
      'missed',
      '',
      'missed',
      '',
      '',
      '',
      'figure heat-2',
      'figure',
      'figure failed',
    ]);
  });

  test('is quick with thousands of findings and operations', async () => {
    const findings = Array.from({ length: 5000 }, (_, at) => findingOf({ where: `query p${at}` }));
    const operations = Array.from({ length: 800 }, (_, at) =>
      operationOf({ id: `op${at}`, method: 'get', path: `/${at}` }),
    );
    await using opened = await open([reportOf({ findings, operations })]);
    expect(await opened.page.locator('article').count()).toBe(200);
    expect(await opened.page.locator('.more').innerText()).toBe('and 4800 more; --json lists all.');
    expect(await opened.page.locator('tbody tr').count()).toBe(800);
  });
});

describe.each(Object.entries(HOSTILE_TEXTS))('browser with %s', (_, text) => {
  test('runs none of it, breaks no page, and reads JUnit as XML', async () => {
    await using opened = await open([hostileReport(text), GOOD_REPORT]);
    const { page, problems } = opened;
    await page.mouse.move(300, 300);
    expect(problems).toEqual([]);
    expect(await page.evaluate('"hacked" in globalThis')).toBe(false);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('img, [onerror], [onmouseover], [onfocus]').count()).toBe(0);
    expect(await page.locator('a:not([href^="http:"]):not([href^="https:"])').count()).toBe(0);
    expect(await page.locator('article').count()).toBe(5);
    expect(await page.locator('footer').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
    const root = await page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, 'text/xml').documentElement.nodeName,
      formatJunit([hostileReport(text)]),
    );
    expect(root).toBe('testsuites');
  });
});
