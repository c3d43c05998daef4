import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** By its path, since Playwright looks for reporters beside the configuration alone. */
const coverage = fileURLToPath(import.meta.resolve('share-contracts/testing/coverage'));

// Workers read this file as well, and must find the same port.
process.env.PREVIEW_PORT ??= String(await findFreePort());
const url = `http://127.0.0.1:${process.env.PREVIEW_PORT}`;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.test.ts',
  fullyParallel: true,
  workers: 2,
  outputDir: 'test-results/e2e',
  reporter: [
    ['list'],
    ['json', { outputFile: 'test-results/e2e.json' }],
    [
      coverage,
      {
        folder: 'test-results/coverage',
        handles: [
          'crego listShares',
          'crego createShare',
          'crego deleteShare 204',
          'crego previewShare 404',
        ],
      },
    ],
  ],
  use: {
    baseURL: url,
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
  webServer: {
    command: `vite preview --host 127.0.0.1 --strictPort --port ${process.env.PREVIEW_PORT}`,
    url,
    reuseExistingServer: false,
  },
});

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
