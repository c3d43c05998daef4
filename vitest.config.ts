import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_MISSING, HAS_CHROMIUM } from './test/support/chromium.ts';
import { HAS_POSTGRES, POSTGRES_MISSING } from './test/support/postgres.ts';
import { LONG_RUNS } from './test/support/property-runs.ts';
import { HAS_VALKEY, VALKEY_MISSING } from './test/support/valkey.ts';

/** Longest time of a test or hook: generous, for busy machines, since no test waits for time to pass. */
const PATIENCE = LONG_RUNS === undefined ? 120_000 : 3_600_000;

const { CI, GITHUB_ACTIONS, TEST_JUNIT } = process.env;
/** A run that proves the whole needs a browser, and fails without one. */
const leavesBrowserOut = !HAS_CHROMIUM && CI === undefined;
if (leavesBrowserOut) console.warn(`Left out: tests in a browser. ${CHROMIUM_MISSING}`);
/** The same goes for a database server. */
const leavesPostgresOut = !HAS_POSTGRES && CI === undefined;
if (leavesPostgresOut) console.warn(`Left out: tests over PostgreSQL. ${POSTGRES_MISSING}`);
/** The same goes for a server of Valkey. */
const leavesValkeyOut = !HAS_VALKEY && CI === undefined;
if (leavesValkeyOut) console.warn(`Left out: tests over Valkey. ${VALKEY_MISSING}`);

export default defineConfig({
  test: {
    // Tests share no state, and most of their time would go into loading the same libraries again.
    isolate: false,
    // Node reads TypeScript by itself.
    experimental: { viteModuleRunner: false },
    // One more than there are cores, because many tests wait for a process that they have started.
    maxWorkers: availableParallelism() + 1,
    include: ['test/**/*.test.ts'],
    exclude: [
      ...(leavesBrowserOut ? ['**/*.browser.test.ts'] : []),
      ...(leavesPostgresOut ? ['**/postgres-*.test.ts'] : []),
      ...(leavesValkeyOut ? ['**/valkey-*.test.ts'] : []),
    ],
    reporters: ['default', 'json', ...listMoreReporters()],
    outputFile: { json: 'dist/test-report.json', junit: 'dist/junit.xml' },
    // Shorter than that of a test, so that what was found instead is told.
    expect: { poll: { timeout: PATIENCE / 2 } },
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    // Programs that tests start keep nothing in the home of whoever runs them.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/share-contracts') },
  },
});

/** Notes at the lines of a pull request on GitHub, and JUnit's report where `TEST_JUNIT` asks for it. */
function listMoreReporters(): string[] {
  return [...(GITHUB_ACTIONS ? ['github-actions'] : []), ...(TEST_JUNIT ? ['junit'] : [])];
}
