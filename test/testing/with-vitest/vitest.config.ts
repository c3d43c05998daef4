import { CoverageReporter } from 'share-contracts/testing/coverage';
import { defineConfig } from 'vitest/config';

const { COVERAGE_FILE: file, COVERAGE_FOLDER: folder = 'unset' } = process.env;

/** Run by ../vitest.test.ts alone, as a consumer's own configuration. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.consumer.ts'],
    // Node reads TypeScript by itself.
    experimental: { viteModuleRunner: false },
    reporters: [
      'default',
      new CoverageReporter({
        folder,
        ...(file !== undefined && { file }),
        handles: ['crego listShares', 'crego 404', 'craftkit 409'],
      }),
    ],
  },
});
