import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const { COVERAGE_FOLDER: folder = 'unset', CHROMIUM: executablePath = '/usr/bin/chromium' } =
  process.env;

/** By its path, since Playwright looks for names in `node_modules` alone, and this package is not there. */
const reporter = fileURLToPath(import.meta.resolve('share-contracts/testing/coverage'));

/** Run by ../playwright.test.ts alone, as a consumer's own configuration. */
export default defineConfig({
  testMatch: '*.consumer.ts',
  fullyParallel: true,
  workers: 2,
  outputDir: `${folder}-output`,
  reporter: [['list'], [reporter, { folder, handles: ['crego 401'] }]],
  use: {
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
});
