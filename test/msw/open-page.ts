import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { CHROMIUM, CHROMIUM_MISSING } from '../support/chromium.ts';

/** Page of an app in a real browser. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  readonly origin: string;
}

/** Starts Chromium; rejects where there is none, with what to install. */
export async function startBrowser(): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  } catch (cause) {
    throw new Error(CHROMIUM_MISSING, { cause });
  }
}

/** Serves a page whose script is bundled for browsers, beside the worker of MSW, and opens it. */
export async function openPage(browser: Browser, entry: URL): Promise<OpenedPage> {
  const worker = fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js'));
  const files = new Map([
    [
      '/',
      { type: 'text/html', text: '<!doctype html><script type="module" src="/page.js"></script>' },
    ],
    ['/page.js', { type: 'text/javascript', text: await bundle(entry) }],
    ['/mockServiceWorker.js', { type: 'text/javascript', text: await readFile(worker, 'utf8') }],
  ]);
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url);
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': file.type }).end(file.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  const page = await browser.newPage();
  await page.goto(origin);
  await page.waitForFunction('"app" in globalThis');
  return {
    page,
    origin,
    [Symbol.asyncDispose]: async () => {
      await page.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bundle(entry: URL): Promise<string> {
  await using made = await rolldown({ input: fileURLToPath(entry), platform: 'browser' });
  const { output } = await made.generate({ format: 'esm' });
  const [{ code, imports }] = output;
  if (imports.length > 0) throw new Error(`The page imports ${imports.join(', ')}.`);
  return code;
}
