import { readFileSync } from 'node:fs';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../msw/open-page.ts';

/** Script of axe, which finds what is not accessible; the policy of a page has to be bypassed for it. */
export const AXE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

export type PageOptions = Parameters<Browser['newContext']>[0];

/** Page that was written, in a real browser. */
export interface WrittenPage extends AsyncDisposable {
  readonly page: Page;
  /** What it wrote to the console, threw, or asked for beside itself. */
  readonly problems: readonly string[];
}

/** Opens pages in one browser. */
export interface PageOpener extends AsyncDisposable {
  readonly open: (html: string, options?: PageOptions) => Promise<WrittenPage>;
}

/** Starts a browser for pages that are written, each into a file. */
export async function startPageOpener(): Promise<PageOpener> {
  const browser = await startBrowser();
  const folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-test-'));
  return {
    async open(html, options = {}) {
      const file = join(folder.path, 'page.html');
      await writeFile(file, html);
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => problems.push(message.text()));
      page.on('pageerror', ({ message }) => problems.push(message));
      page.on('request', (request) => {
        if (!/^(?:file|data):/.test(request.url())) problems.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      return { page, problems, [Symbol.asyncDispose]: () => context.close() };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await folder.remove();
    },
  };
}
