import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTROL_CONTRACT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { type ConsoleStage, startConsoleStage } from './console-page.ts';

const LIST = '/~a/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
const loadControl = () => loadContract(CONTROL_CONTRACT);

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await startConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('the connection', () => {
  test('is opened by a token, which the tab keeps', async () => {
    await using served = await stage.serve({
      control: { loadContract: loadControl, token: 'right' },
    });
    await using opened = await stage.open(`${served.url}/?sandbox=a`);
    const { page } = opened;
    const give = async (token: string) => {
      await page.getByLabel('Token').fill(token);
      await page.keyboard.press('Enter');
    };
    await give('wrong');
    await page.getByText('does not take this token').waitFor();
    await give('right');
    await page.getByText('Live', { exact: true }).waitFor();
    await served.ask(`GET ${LIST}`);
    await page.locator('.row').waitFor();
    await page.reload();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  });

  test('is shown as lost when the mock stops, and is there again when it starts', async () => {
    const first = await stage.serve();
    await using opened = await stage.open(`${first.url}/?sandbox=a`);
    const { page } = opened;
    await page.getByText('Live', { exact: true }).waitFor();
    await first.ask(`GET ${LIST}`, `GET ${LIST}?page=1`);
    await expect.poll(() => page.locator('.row').count()).toBe(2);
    await first[Symbol.asyncDispose]();
    await page.getByText('Lost. The mock does not answer. Is it still running?').waitFor();
    // What was seen is still there to be read.
    expect(await page.locator('.row').count()).toBe(2);
    await using second = await stage.serve({}, Number(new URL(first.url).port));
    await page.getByText('Live', { exact: true }).waitFor();
    await second.ask(`GET ${LIST}?page=2`);
    await expect.poll(() => page.locator('.row').allInnerTexts()).toHaveLength(1);
    expect(await page.locator('.row').innerText()).toContain('?page=2');
  });

  test('goes on after the last request where it was lost for a moment', async () => {
    await using served = await stage.serve();
    await using opened = await stage.open(`${served.url}/?sandbox=a`);
    const { page } = opened;
    await served.ask(`GET ${LIST}`);
    await page.locator('.row').waitFor();
    const context = page.context();
    await context.setOffline(true);
    served.mock.sandboxes.open('a');
    await served.ask(`GET ${LIST}?page=1`);
    await context.setOffline(false);
    await expect.poll(() => page.locator('.row').count()).toBe(2);
  });
});

describe('a reload', () => {
  test('keeps sandbox, view, API and operation', async () => {
    await using served = await stage.serve();
    await using opened = await stage.open(`${served.url}/~b/`);
    const { page } = opened;
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Coverage' }).click();
    await page.locator('main').getByRole('combobox', { name: 'API' }).selectOption('craftkit');
    await page.reload();
    await expect.poll(() => page.getByRole('combobox', { name: 'Sandbox' }).inputValue()).toBe('b');
    await page.getByRole('rowheader', { name: 'emailRender' }).waitFor();
    await page.getByRole('link', { name: 'Try it' }).click();
    await page.getByRole('combobox', { name: 'Operation' }).selectOption('trackEvent');
    await page.reload();
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Operation' }).inputValue())
      .toBe('trackEvent');
  });

  test('opens a view in another tab by its link', async () => {
    await using served = await stage.serve();
    await using opened = await stage.open(`${served.url}/?sandbox=b`);
    const { page } = opened;
    const href = await page.getByRole('link', { name: 'Shares' }).getAttribute('href');
    await page.goto(new URL(href ?? '', served.url).href);
    await page.locator('#items-crego').waitFor();
    await expect.poll(() => page.getByRole('combobox', { name: 'Sandbox' }).inputValue()).toBe('b');
  });
});

describe('another control path', () => {
  test('is found by the page itself', async () => {
    await using served = await stage.serve({
      control: { loadContract: loadControl, path: '/own/control' },
    });
    await using opened = await stage.open(served.url);
    await opened.page.getByText('Live', { exact: true }).waitFor();
    expect(opened.problems).toEqual([]);
  });
});
