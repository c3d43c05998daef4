import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildConsole } from '../../packaging/console/build-console.ts';
import { loadProject } from '../../src/apis/load-project.ts';
import { CONTROL_CONTRACT } from '../../src/apis/root.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { createMock, type Mock, type MockOptions } from '../../src/mock/create-mock.ts';
import { startBrowser } from '../msw/open-page.ts';
import type { PageOptions } from '../support/open-written-page.ts';

const control = await loadContract(CONTROL_CONTRACT);

/** Mock with a console, on a port. */
export interface ServedConsole extends AsyncDisposable {
  readonly mock: Mock;
  readonly url: string;
  /** Sends requests one after the other, as `GET /~a/crego/…`; gives the last status. */
  readonly ask: (...requests: readonly string[]) => Promise<number>;
}

/** Page of a console in a real browser. */
export interface ConsolePage extends AsyncDisposable {
  readonly page: Page;
  /** What it wrote to its console, threw, or asked another host for. */
  readonly problems: readonly string[];
}

/** Builds the console once, and opens it in one browser. */
export interface ConsoleStage extends AsyncDisposable {
  readonly browser: Browser;
  readonly folder: string;
  readonly serve: (options?: Partial<MockOptions>, port?: number) => Promise<ServedConsole>;
  readonly open: (url: string, options?: PageOptions) => Promise<ConsolePage>;
}

/** Builds the console into a folder of its own, and starts a browser for it. */
export async function startConsoleStage(): Promise<ConsoleStage> {
  const browser = await startBrowser();
  const folder = await mkdtemp(join(tmpdir(), 'share-contracts-test-'));
  await buildConsole(folder);
  const own = await loadProject();
  return {
    browser,
    folder,
    serve: (options = {}, port = 0) => serve({ apis: own, ...options }, folder, port),
    open: (url, options = {}) => open(browser, url, options),
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function serve(
  { control: given, ...options }: Partial<MockOptions>,
  folder: string,
  port: number,
): Promise<ServedConsole> {
  const mock = createMock({
    ...options,
    control: { loadContract: async () => control, console: folder, ...given },
  });
  const { url } = await mock.listen({ port });
  return {
    mock,
    url,
    ask: async (...requests) => {
      let status = 0;
      for (const request of requests) {
        const [method = '', path = ''] = request.split(' ');
        const headers = { authorization: 'Bearer x' };
        const response = await fetch(url + path, { method, headers });
        await response.text();
        status = response.status;
      }
      return status;
    },
    [Symbol.asyncDispose]: mock.close,
  };
}

async function open(browser: Browser, url: string, options: PageOptions): Promise<ConsolePage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'debug') problems.push(message.text());
  });
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith('data:'))
      problems.push(request.url());
  });
  await page.goto(url);
  return { page, problems, [Symbol.asyncDispose]: () => context.close() };
}

/** Writes what a page looks like into `dist/screenshots/`. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  await mkdir('dist/screenshots', { recursive: true });
  await page.screenshot({ path: `dist/screenshots/console-${name}.png` });
}
