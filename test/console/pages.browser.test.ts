import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AXE } from '../support/open-written-page.ts';
import {
  type ConsoleStage,
  type ServedConsole,
  startConsoleStage,
  takeScreenshot,
} from './console-page.ts';

const LIST = '/~demo/crego/documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
const WIDTHS = [390, 1024, 1440];
const SCHEMES = ['light', 'dark'] as const;

let stage: ConsoleStage;
let served: ServedConsole;
beforeAll(async () => {
  stage = await startConsoleStage();
  served = await stage.serve();
  await served.ask(
    `GET ${LIST}`,
    `GET ${LIST}?page_size=0&page=x`,
    'GET /~demo/craftkit/v1/renders/0193c2c3-1111-7aaa-8bbb-000000000001',
    'GET /~demo/cloudreve/api/v4/share?page_size=10',
    'GET /~demo/nowhere',
  );
  const sandbox = served.mock.sandboxes.open('demo');
  sandbox.clock.advance(6 * 86_400_000);
  sandbox.faults = [{ api: 'craftkit', outcome: 'error', rate: 0.2, times: 3 }, { delay: 0 }];
  await served.ask('DELETE /~demo/cloudreve/api/v4/share/KDVIn');
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await stage[Symbol.asyncDispose]();
});

/** Pages, what they are opened by, and what has to be there before they are looked at. */
const PAGES: readonly [name: string, query: string, ready: string, click?: string][] = [
  ['log', 'sandbox=demo', '.row >> nth=4'],
  ['request', 'sandbox=demo', '.detail .violations', '.row >> nth=1'],
  ['empty-log', 'sandbox=fresh', '.empty'],
  ['shares', 'sandbox=demo&view=shares', '.items >> nth=3'],
  ['try', 'sandbox=demo&view=try&api=crego&operation=createShare', '.answer', '.primary'],
  ['coverage', 'sandbox=demo&view=coverage&api=crego', '.heat-1'],
];

describe('every page', () => {
  test.each(PAGES)(
    '%s fits and is accessible at every width, light and dark',
    async (name, query, ready, click) => {
      await using opened = await stage.open(`${served.url}/?${query}`, {
        reducedMotion: 'reduce',
        bypassCSP: true,
      });
      const { page, problems } = opened;
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.reload();
        await page.getByText('Live', { exact: true }).waitFor();
        if (click !== undefined) await page.locator(click).click();
        await page.locator(ready).first().waitFor();
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          await takeScreenshot(page, `${name}-${width}-${colorScheme}`);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await openAll(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await listCutOff(page)).toEqual([]);
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          expect(await listFaults(page), `${width} ${colorScheme}`).toEqual([]);
        }
      }
      expect(problems).toEqual([]);
    },
  );

  test('where the token is asked for fits and is accessible', async () => {
    await using locked = await stage.serve({ control: { loadContract: never, token: 'secret' } });
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        const viewport = { width, height: 900 };
        await using opened = await stage.open(locked.url, {
          viewport,
          colorScheme,
          bypassCSP: true,
        });
        await opened.page.getByLabel('Token').waitFor();
        expect(await listFaults(opened.page)).toEqual([]);
        await takeScreenshot(opened.page, `token-${width}-${colorScheme}`);
      }
    }
  });
});

/** Opens whatever can be opened. */
async function openAll(page: Page): Promise<void> {
  for (const summary of await page.locator('details:not([open]) > summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
}

type Page = Awaited<ReturnType<ConsoleStage['open']>>['page'];

async function listFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ content: AXE });
  return page.evaluate(async () => {
    const axe: unknown = Reflect.get(globalThis, 'axe');
    const run: unknown = Reflect.get(Object(axe), 'run');
    if (typeof run !== 'function') throw new Error('axe is not there.');
    const { violations } = await run.call(axe, document, { resultTypes: ['violations'] });
    return violations.flatMap((violation: { id: string; nodes: { html: string }[] }) =>
      violation.nodes.map(({ html }) => `${violation.id}: ${html.slice(0, 160)}`),
    );
  });
}

/** Controls that stand out of what they are in, where nobody can reach them. */
async function listCutOff(page: Page): Promise<string[]> {
  return page.locator('button:visible, select:visible, input:visible').evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const box = element.closest('.side, .main, .top, .rows')?.getBoundingClientRect();
        return box !== undefined && (left < box.left - 1 || right > box.right + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

function never(): Promise<never> {
  throw new Error('The contract is not asked for.');
}
