import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTROL_CONTRACT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import type { ServeDocs } from '../../src/mock/create-mock.ts';
import { AXE } from '../support/open-written-page.ts';
import { type ConsoleStage, startConsoleStage } from './console-page.ts';

/** Page of docs, with a policy as strict as theirs. */
const docsOf =
  (attributes: string): ServeDocs =>
  async () => ({
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:",
    },
    body: `<!doctype html><html lang="en"><title>Docs</title><link rel="icon" href="data:,"><main><h1>Docs</h1>
<try-operation ${attributes}></try-operation></main><script type="module" src="/_mock/console/try-it.js"></script></html>`,
  });
const CREATE = 'api="crego" operation="createShare" sandbox="docs"';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await startConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('<try-operation>', () => {
  test('sends the example in the sandbox that it names, under the policy of the docs', async () => {
    await using served = await stage.serve({ docs: docsOf(CREATE) });
    await using opened = await stage.open(`${served.url}/docs/`);
    const { page, problems } = opened;
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('region', { name: 'Answer', exact: true }).getByText('201').waitFor();
    expect(served.mock.sandboxes.find('docs')?.journal.total()).toBe(1);
    const button = page.getByRole('button', { name: 'Send' });
    expect(await button.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('600');
    expect(problems).toEqual([]);
  });

  test('shows another operation when its attributes change', async () => {
    await using served = await stage.serve({ docs: docsOf(CREATE) });
    await using opened = await stage.open(`${served.url}/docs/`);
    const { page } = opened;
    await page.getByRole('button', { name: 'Send' }).waitFor();
    await page
      .locator('try-operation')
      .evaluate((element) => element.setAttribute('operation', 'getShare'));
    await page.getByRole('region', { name: 'getShare' }).waitFor();
  });

  test.each([
    ['an API that there is not', 'api="nothing" operation="x"', 'The mock has no API “nothing”.'],
    ['an operation that there is not', 'api="crego" operation="x"', 'Unknown operation'],
  ])('says so for %s', async (_what, attributes, words) => {
    await using served = await stage.serve({ docs: docsOf(attributes) });
    await using opened = await stage.open(`${served.url}/docs/`);
    await opened.page.getByText(words).waitFor();
  });

  test('asks for the control token', async () => {
    const loadControl = () => loadContract(CONTROL_CONTRACT);
    await using served = await stage.serve({
      docs: docsOf(CREATE),
      control: { loadContract: loadControl, token: 'right' },
    });
    await using opened = await stage.open(`${served.url}/docs/`);
    await opened.page.getByLabel('Token').fill('right');
    await opened.page.keyboard.press('Enter');
    await opened.page.getByRole('button', { name: 'Send' }).waitFor();
  });

  test.each(['light', 'dark'] as const)('is accessible in a %s page', async (colorScheme) => {
    await using served = await stage.serve({ docs: docsOf(CREATE) });
    await using opened = await stage.open(`${served.url}/docs/`, { colorScheme, bypassCSP: true });
    const { page } = opened;
    await page.getByRole('button', { name: 'Send' }).waitFor();
    await page.addStyleTag({ content: ':root { color-scheme: light dark }' });
    await page.addScriptTag({ content: AXE });
    const faults = await page.evaluate(
      "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))",
    );
    expect(faults).toEqual([]);
  });

  test('is of no use to a page of another server', async () => {
    await using served = await stage.serve();
    const html = `<!doctype html><title>Other</title><try-operation ${CREATE}></try-operation>
<script type="module" src="${served.url}/_mock/console/try-it.js"></script>`;
    const server = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end(html),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await using opened = await stage.open(`http://127.0.0.1:${port}`);
    await expect.poll(() => opened.problems.join()).toContain('blocked by CORS');
    server.closeAllConnections();
    server.close();
  });
});
