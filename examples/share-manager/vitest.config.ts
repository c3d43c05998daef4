import { CoverageReporter } from 'share-contracts/testing/coverage';
import { defineConfig } from 'vitest/config';

/** What the page must handle; the run fails if no test meets it. */
const handles = [
  ...['listShares', 'createShare', 'deleteShare', 'previewShare'].map((name) => `crego ${name}`),
  ...['400', '401', '403', '404', '429'].map((status) => `crego ${status}`),
];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', 'json', new CoverageReporter({ handles })],
    outputFile: { json: 'test-results/unit.json' },
  },
});
