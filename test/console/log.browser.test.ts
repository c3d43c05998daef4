import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConsoleStage, startConsoleStage } from './console-page.ts';

const LIST = '/~a/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await startConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const rowsOf = (page: Page) => page.locator('.row');
const detailOf = (page: Page) => page.getByRole('complementary', { name: 'Request and answer' });

async function openLog(query = '?sandbox=a') {
  const served = await stage.serve();
  const opened = await stage.open(`${served.url}/${query}`, {
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await opened.page.getByText('Live', { exact: true }).waitFor();
  return {
    ...opened,
    ...served,
    [Symbol.asyncDispose]: async () => {
      await opened[Symbol.asyncDispose]();
      await served[Symbol.asyncDispose]();
    },
  };
}

describe('the log', () => {
  test('says where to send the first request', async () => {
    await using log = await openLog();
    const { page, url } = log;
    await expect.poll(() => page.locator('main').innerText()).toContain(`${url}/~a/crego`);
  });

  test('shows a request as it comes, over one connection and without asking', async () => {
    await using log = await openLog();
    const { page, ask, problems } = log;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await ask(`GET ${LIST}?page_size=x`);
    const row = rowsOf(page);
    await row.waitFor();
    const text = await row.innerText();
    for (const part of [
      '400',
      'listShares',
      'crego',
      'Query page_size: expected integer, found string',
    ]) {
      expect(text).toContain(part);
    }
    expect(asked.filter((path) => path.includes('journal'))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('shows what came before, and nothing of other sandboxes', async () => {
    const served = await stage.serve();
    await using _ = served;
    await served.ask(`GET ${LIST}`, 'GET /~b/crego/nothing');
    await using opened = await stage.open(`${served.url}/?sandbox=a`);
    await rowsOf(opened.page).first().waitFor();
    expect(await rowsOf(opened.page).count()).toBe(1);
  });

  test('opens a request with its answer, and copies it as curl and as client call', async () => {
    await using log = await openLog();
    const { page, ask, url } = log;
    await ask(`GET ${LIST}?page_size=2`);
    await rowsOf(page).click();
    const detail = detailOf(page);
    await detail.getByText('"total_pages"').waitFor();
    await detail
      .getByText(/headers$/)
      .first()
      .click();
    await detail.getByText('Bearer ***').waitFor();
    const copied = async (name: string) => {
      const before = await detail.getByRole('button', { name: 'Copied' }).count();
      await detail.getByRole('button', { name }).click();
      await expect
        .poll(() => detail.getByRole('button', { name: 'Copied' }).count())
        .toBeGreaterThan(before);
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('Copy as curl')).toBe(
      `curl -H 'authorization: Bearer ***' -H 'accept: */*' '${url}${LIST}?page_size=2'`,
    );
    expect(await copied('Copy as client call')).toBe(
      "await client.listShares({ path: { document_id: '01JQ8MZ0P94HR6HSH1DGY5VNH9' }, query: { page_size: 2 } });",
    );
    expect(await copied('Copy URL')).toBe(`${url}${LIST}?page_size=2`);
  });

  test('is filtered by text, status and API', async () => {
    await using log = await openLog();
    const { page, ask } = log;
    await ask(
      `GET ${LIST}`,
      `GET ${LIST}?page=x`,
      'GET /~a/craftkit/v1/renders/x',
      'GET /~a/nothing',
    );
    const count = () => rowsOf(page).count();
    await expect.poll(count).toBe(4);
    await page.getByLabel('Filter by text').fill('renders');
    await expect.poll(count).toBe(1);
    await page.getByText('1 of 4 requests').waitFor();
    await page.getByLabel('Filter by text').fill('nobody');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(count).toBe(4);
    await page.getByLabel('Filter by status').selectOption('2');
    await expect.poll(count).toBe(1);
    await page.getByLabel('Filter by status').selectOption('violations');
    await expect.poll(count).toBeGreaterThan(1);
    await page.getByLabel('Filter by API').selectOption('crego');
    await expect.poll(count).toBe(1);
  });

  test('stands still while it is paused, and is cleared', async () => {
    await using log = await openLog();
    const { page, ask } = log;
    await ask(`GET ${LIST}`);
    await rowsOf(page).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await ask(`GET ${LIST}`, `GET ${LIST}`);
    await page.getByRole('button', { name: 'Go on (2 new)' }).waitFor();
    expect(await rowsOf(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect.poll(() => rowsOf(page).count()).toBe(3);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByText('No request has come').waitFor();
    await ask(`GET ${LIST}`);
    await expect.poll(() => rowsOf(page).count()).toBe(1);
  });

  test('is read by keys alone', async () => {
    await using log = await openLog();
    const { page, ask } = log;
    await ask(`GET ${LIST}`, `GET ${LIST}?page=1`, `GET ${LIST}?page=2`);
    await expect.poll(() => rowsOf(page).count()).toBe(3);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    for (let tabs = 0; tabs < 20; tabs += 1) {
      if ((await page.evaluate(() => document.activeElement?.id)) === 'log-rows') break;
      await page.keyboard.press('Tab');
    }
    const list = page.getByRole('listbox', { name: 'Requests, oldest first' });
    const ids = () => rowsOf(page).evaluateAll((rows) => rows.map(({ id }) => id));
    const [first, , third] = await ids();
    await expect.poll(() => list.getAttribute('aria-activedescendant')).toBe(third);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await detailOf(page).waitFor();
    await expect.poll(() => list.getAttribute('aria-activedescendant')).toBe(first);
    await page.keyboard.press('End');
    await detailOf(page).getByText('?page=2').waitFor();
    await page.keyboard.press('Escape');
    await detailOf(page).waitFor({ state: 'detached' });
    await expect
      .poll(() => list.evaluate((element) => getComputedStyle(element).outlineStyle))
      .toBe('solid');
  });

  test('lists ten thousand requests, of which few are in the page', async () => {
    await using log = await openLog();
    const { page, mock } = log;
    const { journal } = mock.sandboxes.open('a');
    const total = () => page.locator('.tally').innerText();
    for (let sent = 0; sent < 10_000; sent += 100) {
      for (let one = 0; one < 100; one += 1) {
        journal.record({
          kind: 'request',
          at: Date.now(),
          milliseconds: 1,
          api: 'crego',
          operation: 'listShares',
          method: 'GET',
          origin: 'http://mock.test',
          path: `/crego/${sent + one}`,
          query: '',
          pathValues: undefined,
          contract: undefined,
          status: 200,
          violations: [],
          isForbidden: false,
          request: { headers: [] },
          response: { headers: {}, body: `{"number":${sent + one}}` },
        });
      }
      // The journal keeps two hundred: none may be lost on the way.
      await expect.poll(total, { interval: 5 }).toBe(`${sent + 100} requests`);
    }
    expect(await rowsOf(page).count()).toBeLessThan(60);
    await rowsOf(page).last().getByText('/crego/9999').waitFor();
    await page.getByRole('listbox').focus();
    await page.keyboard.press('Home');
    await rowsOf(page).first().getByText('/crego/0').waitFor();
    await page.getByRole('button', { name: 'Newest' }).click();
    await rowsOf(page).last().getByText('/crego/9999').waitFor();
    await page.getByLabel('Filter by text').fill('crego/77');
    await page.getByText('111 of 10000 requests').waitFor();
  });

  test('shows hostile texts as they are, and runs nothing of them', async () => {
    await using log = await openLog();
    const { page, url, problems } = log;
    const html = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
    await fetch(`${url}${LIST}?${encodeURIComponent(html)}`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer x',
        'x-hostile': 'javascript:globalThis.hacked=1',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ [html]: html }),
    });
    await rowsOf(page).click();
    await detailOf(page).getByText('<img src=x').first().waitFor();
    await page.goto(
      `${url}/?sandbox=${encodeURIComponent(html)}&view=${html}&api=${html}&operation=${html}`,
    );
    await page.getByText('Mock console').waitFor();
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(await page.locator('#console img, #console script').count()).toBe(0);
    // The mock refuses the name of such a sandbox, and the browser notes that.
    expect(problems.filter((problem) => !problem.includes('status of 4'))).toEqual([]);
  });

  test('tells those who listen how many came, in a polite region', async () => {
    await using log = await openLog();
    const { page, ask } = log;
    await ask(`GET ${LIST}`, `GET ${LIST}?page=x`);
    const region = page.locator('[aria-live=polite]');
    await expect
      .poll(() => region.innerText(), { timeout: 20_000 })
      .toBe('2 new requests, 1 with violations.');
  });
});
