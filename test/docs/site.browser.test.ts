import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/docs/build-site.ts';
import { startBrowser } from '../msw/open-page.ts';
import { AXE } from '../support/open-written-page.ts';
import { OWN_SITE } from './own-site.ts';
import { type ServedSite, serveBelow } from './serve-folder.ts';

const WIDTHS = [390, 1024, 1440];
const SCHEMES = ['light', 'dark'] as const;
const SHOTS = 'dist/screenshots';
const PAGES = OWN_SITE.paths.filter((path) => path.endsWith('.html'));

let browser: Browser;
let served: ServedSite;
beforeAll(async () => {
  browser = await startBrowser();
  served = await serveBelow(OWN_SITE, '/some/where/');
  await mkdir(SHOTS, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

/** Opens a page and tells what went wrong in it, and what it asked another host for. */
async function open(
  path: string,
  { width = 1440, scheme = 'light' }: { width?: number; scheme?: (typeof SCHEMES)[number] } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    // Colours change at once, so that none is measured on its way.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(served.url) || /^(?:data|blob):/.test(request.url());
    if (!isOwn) problems.push(`asked for ${request.url()}`);
  });
  await page.goto(served.url + path);
  await layOutAll(page);
  await waitUntilShown(page);
  return { page, problems, [Symbol.asyncDispose]: () => context.close() };
}

/**
 * Lays out what is far from the view too. Where `content-visibility` leaves it out, axe measures it all the
 * same, each operation upon the next, and compares texts with what they never lie on.
 */
async function layOutAll(page: Page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });
}

/** References are shown once Redoc has run. */
async function waitUntilShown(page: Page) {
  await page.waitForSelector('main h1');
  if ((await page.locator('#redoc').count()) === 0) return;
  await page.waitForSelector('main#content');
}

/** Scrolls a reference until it has each of its operations, which Redoc makes once they are near. */
async function showAll(page: Page) {
  const missing = () =>
    page.evaluate(() => {
      const { operations = '[]' } = document.getElementById('redoc')?.dataset ?? {};
      const isShown = ([id]: [string]) =>
        document.querySelector(`[data-item-kind="httpItem"][id="${id}"]`) !== null;
      const end = document.documentElement.scrollHeight - innerHeight;
      scrollTo(0, scrollY < end - 1 ? scrollY + 700 : 0);
      return JSON.parse(operations).filter((entry: [string]) => !isShown(entry));
    });
  await expect.poll(missing, { interval: 30 }).toEqual([]);
  await page.evaluate(() => scrollTo(0, 0));
}

function isDark(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.classList.contains('dark'));
}

const LIST_VIOLATIONS = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ': ' + html.slice(0, 200) + ' ' + JSON.stringify(any[0]?.data ?? ''))))`;

/** What axe finds: rule and element. By the protocol, since the policy of a page forbids its script. */
async function findViolations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: `${AXE};0` });
  const { result } = await session.send('Runtime.evaluate', {
    expression: LIST_VIOLATIONS,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}

describe.each(PAGES)('%s', (path) => {
  test('fits each width, has nothing that axe finds, asks no other host, and breaks no policy', async () => {
    const name = path.replace('.html', '').replaceAll('/', '-');
    await using opened = await open(path);
    const { page, problems } = opened;
    await showAll(page);
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      await expect.poll(() => isDark(page)).toBe(scheme === 'dark');
      await expect.poll(() => findViolations(page)).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([width, scrolled]).toEqual([width, width]);
        await page.screenshot({ path: `${SHOTS}/docs-${name}-${width}-${scheme}.png` });
      }
    }
    expect(problems).toEqual([]);
  });
});

describe('the site', () => {
  test('works below a path, as on GitHub Pages', async () => {
    for (const path of ['', 'about/fidelity.html', 'crego.html']) {
      await using opened = await open(path);
      await opened.page.keyboard.press('/');
      await opened.page.waitForSelector('dialog[open]');
    }
    expect(served.missing).toEqual([]);
  });

  test('is found by keys alone: search, choose, open', async () => {
    await using opened = await open('guides/testing.html');
    const { page, problems } = opened;
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open] input:focus');
    await page.keyboard.type('revokeShare');
    await page.waitForSelector('dialog li a');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/craftkit\.html#\/other\/revokeshare/);
    await page.waitForSelector('[id="other/revokeshare"]');
    expect(problems).toEqual([]);
  });

  test('says what to do where nothing is found, and closes by Escape', async () => {
    await using opened = await open('index.html');
    const { page } = opened;
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForSelector('dialog[open] input:focus');
    await page.keyboard.type('xyzzyqq');
    await page.getByText('Nothing has “xyzzyqq”. Try fewer letters.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.screenshot({ path: `${SHOTS}/docs-search-1440-light.png` });
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  });

  test('finds a task, a field and an operation', async () => {
    await using opened = await open('index.html');
    const { page } = opened;
    await page.keyboard.press('Control+k');
    const input = page.locator('dialog input');
    for (const [query, expected] of [
      ['expired link', 'An expired link'],
      ['clickCount', '(listShares)'],
      ['say expired', 'Why does my UI say “expired”?'],
    ] as const) {
      await input.fill(query);
      await page.locator('dialog li', { hasText: expected }).first().waitFor();
    }
  });

  test('skips to the content', async () => {
    for (const path of ['guides/testing.html', 'crego.html']) {
      await using opened = await open(path);
      const { page } = opened;
      await page.keyboard.press('Tab');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('Skip to the content');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
    }
  });

  test('has its navigation behind a button on a narrow screen', async () => {
    await using opened = await open('guides/testing.html', { width: 390 });
    const { page } = opened;
    const link = page.getByRole('navigation', { name: 'Pages' }).getByText('Mocking recipes');
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.screenshot({ path: `${SHOTS}/docs-menu-390-light.png` });
    await link.click();
    await page.waitForURL(/recipes\.html$/);
  });

  test('keeps the theme that was chosen, on references too', async () => {
    await using opened = await open('index.html');
    const { page } = opened;
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect.poll(() => isDark(page)).toBe(true);
    await page.goto(`${served.url}crego.html`);
    await waitUntilShown(page);
    await expect.poll(() => isDark(page)).toBe(true);
    await page.getByRole('button', { name: 'Light', exact: true }).click();
    await expect.poll(() => isDark(page)).toBe(false);
  });

  test('says that a reference has no such operation, in either scheme', async () => {
    for (const scheme of SCHEMES) {
      await using opened = await open('crego.html#/no/such/operation', { scheme });
      await opened.page.getByText('No page at this address').waitFor();
      expect(await findViolations(opened.page)).toEqual([]);
    }
  });

  test('is dark at once for a reader who prefers it', async () => {
    for (const path of ['index.html', 'crego.html']) {
      await using opened = await open(path, { scheme: 'dark' });
      expect(await isDark(opened.page)).toBe(true);
    }
  });

  test('is readable from files, without a server', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'share-contracts-test-'));
    const context = await browser.newContext();
    try {
      await buildSite(OWN_SITE, join(folder, 'docs'));
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', ({ message }) => problems.push(message));
      for (const path of ['index.html', 'crego.html']) {
        await page.goto(pathToFileURL(join(folder, 'docs', path)).href);
        await waitUntilShown(page);
      }
      await page.keyboard.press('/');
      await page.waitForSelector('dialog[open] input:focus');
      const style = await page.evaluate(
        () => getComputedStyle(document.querySelector('.bar') ?? document.body).position,
      );
      expect([style, problems]).toEqual(['sticky', []]);
    } finally {
      await context.close();
      await rm(folder, { recursive: true });
    }
  });
});
