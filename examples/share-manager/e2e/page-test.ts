import { mockTest } from 'share-contracts/testing/playwright';

export { expect } from '@playwright/test';

/** Document of the contract's examples, which has two shares. */
const DOCUMENT = '01JVVJNAVTB19FN3F7W1NHBPT6';

/** Playwright's `test` whose pages use the mock of the test, and wait `timeout` milliseconds for an answer. */
export const test = mockTest({ apis: ['crego'] }).extend<{ timeout: number }>({
  timeout: [30_000, { option: true }],
  page: async ({ page, mock, timeout }, use) => {
    const config = { crego: mock.url('crego'), token: 'demo', document: DOCUMENT, timeout };
    await page.route('**/config.json', (route) => route.fulfill({ json: config }));
    await use(page);
  },
});
