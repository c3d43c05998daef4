import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CoveragePage,
  formatCoverageHtml,
} from '../../src/testing/coverage/page/format-coverage-html.ts';
import type { Coverage } from '../../src/testing/index.ts';
import {
  AXE,
  type PageOpener,
  type PageOptions,
  startPageOpener,
  type WrittenPage,
} from '../support/open-written-page.ts';
import { HOSTILE_TEXTS } from '../verify/report/hostile-report.ts';
import { CLASSES, MET } from './sample-coverage.ts';

const FAILED: CoveragePage = {
  minimum: { statuses: 80, operations: 10 },
  isGated: true,
  failures: ['Expected at least 80 % of statuses, found 20 % (1 of 5).'],
  writer: 'share-contracts 1.0.0',
};
/** Counts of every shade, beside two APIs. */
const SHADES: Coverage = [
  ...MET,
  ...CLASSES.map((one) => ({
    ...one,
    api: 'others',
    statuses: { '200': 12, '404': 0, '4XX': 5, default: 1 },
  })),
];

let opener: PageOpener;
beforeAll(async () => {
  opener = await startPageOpener();
});
afterAll(() => opener[Symbol.asyncDispose]());

function open(
  coverage: Coverage,
  content: Partial<CoveragePage> = {},
  options?: PageOptions,
): Promise<WrittenPage> {
  return opener.open(formatCoverageHtml(coverage, { ...FAILED, ...content }), options);
}

describe('page of coverage', () => {
  const sizes = [1280, 390].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  test.each(sizes)('is accessible and fits: $width pixels, $colorScheme', async (size) => {
    const viewport = { width: size.width, height: 800 };
    // The policy of the page lets no tool in.
    const options = { viewport, colorScheme: size.colorScheme, bypassCSP: true };
    await using opened = await open(SHADES, {}, options);
    for (const summary of await opened.page.locator('summary').all()) await summary.click();
    await opened.page.addScriptTag({ content: AXE });
    const violations = await opened.page.evaluate(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
    );
    expect(violations).toEqual([]);
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(size.width);
  });

  test('asks no other host, and runs and styles nothing but its own', async () => {
    await using opened = await open(MET);
    expect(opened.problems).toEqual([]);
    const policy = await opened.page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-\S+';/);
    expect(policy).not.toContain('unsafe');
  });

  test.each<[verdict: string, content: Partial<CoveragePage>]>([
    ['Not all was met that is asked for', {}],
    ['All was met that is asked for', { failures: [] }],
    ['What was met of the contracts', { failures: [], isGated: false, minimum: {} }],
  ])('says at its top: %s', async (verdict, content) => {
    await using opened = await open(MET, content);
    expect(await opened.page.locator('h1').innerText()).toBe(verdict);
    expect(await opened.page.locator('.gaps li').allInnerTexts()).toEqual(
      content.failures ?? FAILED.failures,
    );
  });

  test('shows how much of each kind was met, and what is asked for', async () => {
    await using opened = await open(MET);
    const { page } = opened;
    expect(await page.locator('.bars .figure').allInnerTexts()).toEqual([
      '1 of 2 (50 %, 10 % asked for)',
      '1 of 5 (20 %, 80 % asked for)',
      '0 of 1 (0 %)',
      '1 of 2 (50 %)',
      '1 of 2 (50 %)',
      '0 of 3 (0 %)',
    ]);
    expect(await page.locator('.bars .short').count()).toBe(2);
    const whole = (await page.locator('.bar').first().boundingBox())?.width ?? 0;
    const part = (await page.locator('.bar .part').first().boundingBox())?.width ?? 0;
    expect(part / whole).toBeCloseTo(0.5);
  });

  test('shows operations and statuses as a map', async () => {
    await using opened = await open(SHADES);
    const table = opened.page.getByRole('region', { name: 'Coverage of others' });
    const heads = await table.locator('thead th').allInnerTexts();
    expect(heads).toEqual(
      [
        'operation 200 404 418 500 4XX default',
        'error codes',
        'examples parameters constraints',
      ].flatMap((text) => (text === 'error codes' ? [text] : text.split(' '))),
    );
    const row = table.getByRole('row').filter({ hasText: 'listNotes' }).locator('td');
    expect(await row.evaluateAll((cells) => cells.map(({ className }) => className))).toEqual([
      'figure met-3',
      'missed',
      'figure failed',
      'figure failed',
      'figure met-2',
      'figure met-1',
      '',
      '',
      '',
      '',
    ]);
  });

  test('names what is missed', async () => {
    await using opened = await open(MET);
    const { page } = opened;
    expect(await page.locator('.missing > p').innerText()).toBe('Never called: createNote');
    const summary = page.locator('summary');
    expect(await summary.innerText()).toBe(
      'listNotes 1 status, 1 example, 1 parameter, 1 constraint',
    );
    await summary.click();
    expect(await page.locator('details dd').allInnerTexts()).toEqual([
      '401',
      '200 none',
      'query size',
      'query size maximum',
    ]);
  });

  test('is quick with hundreds of operations and thousands of rules', async () => {
    const constraints = Object.fromEntries(
      Array.from({ length: 1000 }, (_, at) => [`body /m${at}`, 0]),
    );
    const [first] = MET;
    const many = Array.from(
      { length: 800 },
      (_, at) => first && { ...first, operation: `op${at}`, constraints },
    );
    await using opened = await open(many.filter((one) => one !== undefined));
    expect(await opened.page.locator('tbody tr').count()).toBe(800);
    expect(await opened.page.locator('details').first().textContent()).toContain('and 800 more');
  });

  test('runs nothing of what strangers wrote, and breaks by none of it', async () => {
    const texts = Object.values(HOSTILE_TEXTS);
    const hostile = texts.map((text) => {
      const counts = { [text]: 0 };
      return {
        api: text,
        operation: text,
        statuses: counts,
        inClasses: counts,
        undocumented: { [`${text} `]: 1 },
        codes: counts,
        otherCodes: counts,
        examples: counts,
        parameters: counts,
        constraints: counts,
      };
    });
    await using opened = await open([...hostile, ...MET], { failures: texts });
    const { page, problems } = opened;
    expect(problems).toEqual([]);
    expect(await page.evaluate('"hacked" in globalThis')).toBe(false);
    const foreign = 'script, img, [onerror], [onmouseover], [onfocus], a';
    expect(await page.locator(foreign).count()).toBe(0);
    expect(await page.locator('.api').count()).toBe(texts.length + 1);
    expect(await page.locator('footer').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
  });
});
