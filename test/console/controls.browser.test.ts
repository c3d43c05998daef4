import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { withCollections } from '../../src/mock/collections/with-collections.ts';
import { writeFiles } from '../support/write-files.ts';
import { type ConsoleStage, startConsoleStage } from './console-page.ts';

const LIST = '/~a/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await startConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function openView(query: string, options = {}) {
  const served = await stage.serve(options);
  const opened = await stage.open(`${served.url}/?${query}`, {
    viewport: { width: 1440, height: 900 },
  });
  await opened.page.getByText('Live', { exact: true }).waitFor();
  const sandbox = served.mock.sandboxes.open('a');
  return {
    ...opened,
    ...served,
    sandbox,
    [Symbol.asyncDispose]: async () => {
      await opened[Symbol.asyncDispose]();
      await served[Symbol.asyncDispose]();
    },
  };
}

const chooser = (page: Page, name: string) => page.getByRole('combobox', { name });
const said = (page: Page) => page.locator('.notice').innerText();

describe('controls', () => {
  test('choose the scenario', async () => {
    await using view = await openView('sandbox=a');
    const { page, sandbox } = view;
    await chooser(page, 'Scenario').selectOption('expired');
    await expect.poll(() => said(page)).toContain('The scenario is “expired”.');
    expect(sandbox.scenario).toBe('expired');
  });

  test.each([
    ['1 hour', 3_600_000],
    ['1 day', 86_400_000],
    ['7 days', 604_800_000],
  ])('move the clock %s on', async (words, milliseconds) => {
    await using view = await openView('sandbox=a');
    const { page, sandbox } = view;
    const api = {
      name: 'crego',
      epoch: 0,
      tables: {},
      findRowDefect: () => undefined,
      fill: () => {},
    };
    const before = sandbox.now(api);
    await page.getByRole('button', { name: `Move the clock ${words} on` }).click();
    await expect.poll(() => said(page)).toContain(`The clock is ${words} on.`);
    expect(sandbox.now(api) - before).toBeGreaterThanOrEqual(milliseconds);
  });

  test('set the clock, and show it', async () => {
    await using view = await openView('sandbox=a');
    const { page } = view;
    await page.getByLabel('Time in UTC').fill('2031-05-06T07:08:09');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.locator('.clock-time').getByText('2031-05-06 07:08').waitFor();
  });

  test('add a fault, and end it', async () => {
    await using view = await openView('sandbox=a');
    const { page, sandbox, ask } = view;
    await page.getByText('Add a fault').click();
    const form = page.locator('.control form.form');
    await form.getByLabel('API').selectOption('crego');
    await form.getByLabel('Answer').selectOption('Server error');
    await form.getByLabel('Delay, ms').fill('1');
    await form.getByLabel('Times, at most').fill('3');
    await form.getByRole('button', { name: 'Add' }).click();
    const words = 'crego: 1 ms later, then server error, 3 more';
    await page.getByText(words, { exact: true }).waitFor();
    expect(sandbox.faults).toEqual([
      { api: 'crego', outcome: 'error', delay: 1, rate: 1, times: 3 },
    ]);
    expect(await ask(`GET ${LIST}`)).toBe(500);
    await page.getByRole('button', { name: /^End: crego/ }).click();
    await page.getByText('None: requests are answered at once.').waitFor();
    expect(sandbox.faults).toEqual([]);
  });

  test('reset the sandbox, once that is confirmed', async () => {
    await using view = await openView('sandbox=a');
    const { page, sandbox, ask } = view;
    await ask(`GET ${LIST}`);
    sandbox.scenario = 'empty';
    await page.getByRole('button', { name: 'Reset sandbox' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Reset sandbox' }).click();
    await page.getByRole('button', { name: 'Reset', exact: true }).press('Enter');
    await expect.poll(() => said(page)).toContain('“a” is as it was at first.');
    expect(sandbox.scenario).toBe('default');
    await page.getByText('No request has come').waitFor();
  });

  test('open another sandbox, and a new one', async () => {
    await using view = await openView('sandbox=a');
    const { page, mock } = view;
    await chooser(page, 'Sandbox').selectOption('default');
    await expect.poll(() => page.url()).toContain('sandbox=default');
    await chooser(page, 'Sandbox').selectOption('New sandbox …');
    await page.getByLabel('Name of the new sandbox').fill('fresh.one');
    await page.keyboard.press('Enter');
    await expect.poll(() => mock.sandboxes.find('fresh.one')?.name).toBe('fresh.one');
    await page.getByText('Live', { exact: true }).waitFor();
    await page.reload();
    await expect.poll(() => chooser(page, 'Sandbox').inputValue()).toBe('fresh.one');
  });

  test('say why something was not done', async () => {
    await using view = await openView('sandbox=a');
    const { page } = view;
    await page.getByLabel('Time in UTC').fill('9998-12-31T23:00:00');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByRole('button', { name: 'Move the clock 7 days on' }).click();
    await expect.poll(() => said(page)).toContain('Expected a duration after which the time is');
  });
});

describe('shares', () => {
  test('have states that follow the clock of the sandbox', async () => {
    await using view = await openView('sandbox=a&view=shares');
    const { page, ask } = view;
    const states = () =>
      page.locator('section[aria-labelledby=items-crego] .state').allInnerTexts();
    await expect.poll(states).toEqual(['active', 'active']);
    await page.getByRole('button', { name: 'Move the clock 7 days on' }).click();
    await expect.poll(states).toEqual(['expired', 'expired']);
    // What an app does is seen without a word from here.
    const items = await (await fetch(`${view.url}/_mock/sandboxes/a/items/crego`)).json();
    await ask(`DELETE ${LIST}${items.items[0].id}/`);
    await expect.poll(states).toEqual(['expired']);
  });

  test('copy their links', async () => {
    await using view = await openView('sandbox=a&view=shares');
    const { page, url } = view;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).first().click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(`${url}/~a/crego/shares/`);
    expect((await fetch(link)).status).toBe(200);
  });

  test('say what to do where there are none', async () => {
    await using view = await openView('sandbox=a&view=shares');
    const { page } = view;
    await chooser(page, 'Scenario').selectOption('empty');
    await page.getByText('Nothing is here.').first().waitFor();
  });

  test('are the recognised collections of a foreign contract', async () => {
    await using files = await writeFiles({ 'pets.yaml': PETS });
    const contract = await loadContract(files.files[0] ?? '');
    const api = withCollections({ name: 'pets', mount: '/pets-api', contract, isForeign: true });
    await using view = await openView('sandbox=a&view=shares', { apis: [api] });
    const { page } = view;
    await page.getByRole('link', { name: 'Items' }).waitFor();
    await page.getByText('1 recognised collection').waitFor();
    await page.getByText('by id: list, create').waitFor();
    await page.getByRole('rowheader', { name: 'Rex' }).waitFor();
  });
});

const PETS = `
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: All.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Pet' } }
              example: [{ id: 1, name: Rex }]
    post:
      operationId: createPet
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      responses:
        '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
components:
  schemas:
    Pet: { type: object, properties: { id: { type: integer }, name: { type: string } } }
`;

describe('try it', () => {
  test('sends the documented example into the sandbox, and shows the answer', async () => {
    await using view = await openView('sandbox=a&view=try&api=crego&operation=createShare');
    const { page, sandbox } = view;
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('region', { name: 'Answer', exact: true }).getByText('201').waitFor();
    await page.getByText('"expires_at"').last().waitFor();
    expect(sandbox.journal.total()).toBe(1);
  });

  test('asks for a documented answer', async () => {
    await using view = await openView('sandbox=a&view=try&api=crego&operation=createShare');
    const { page } = view;
    const answer = page.locator('main').getByRole('combobox', { name: 'Answer' });
    await answer.waitFor();
    const options = await answer.locator('option').allInnerTexts();
    const refused = options.find((text) => text.startsWith('404')) ?? '';
    await answer.selectOption(refused);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('region', { name: 'Answer', exact: true }).getByText('404').waitFor();
  });

  test('says what is wrong with a header, and what a fault does', async () => {
    await using view = await openView('sandbox=a&view=try&api=crego&operation=listShares');
    const { page, sandbox } = view;
    const headers = page.getByLabel('Headers, one a line');
    const sent = await headers.inputValue();
    await headers.fill('nonsense');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').getByText('Expected a header').waitFor();
    await headers.fill(sent);
    sandbox.faults = [{ outcome: 'reset' }];
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').getByText('No answer came.').waitFor();
  });

  test('is chosen by API and operation, which the address keeps', async () => {
    await using view = await openView('sandbox=a&view=try');
    const { page } = view;
    await page.locator('main').getByRole('combobox', { name: 'API' }).selectOption('craftkit');
    await chooser(page, 'Operation').selectOption({ index: 2 });
    const chosen = await chooser(page, 'Operation').inputValue();
    await page.reload();
    await expect.poll(() => chooser(page, 'Operation').inputValue()).toBe(chosen);
  });
});

describe('coverage', () => {
  test('counts answers by operation and status as they come', async () => {
    await using view = await openView('sandbox=a&view=coverage&api=crego');
    const { page, ask } = view;
    await page.getByText('0 of 6 operations called').waitFor();
    await ask(`GET ${LIST}`, `GET ${LIST}`, `GET ${LIST}?page_size=x`);
    await page.getByText('1 of 6 operations called, 2 of 30 documented answers met').waitFor();
    const cells = await page.getByRole('row').nth(1).getByRole('cell').allInnerTexts();
    expect(cells.slice(0, 4)).toEqual(['2', '', '', '1']);
  });
});
