import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Tests share no state, and most of their time would go into loading the same libraries again.
    isolate: false,
    maxWorkers: '100%',
    include: ['test/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'dist/test-report.json' },
    // Generous, for busy machines: no test waits for time to pass.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
