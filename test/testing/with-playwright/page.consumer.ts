import { expect } from '@playwright/test';
import { mockTest } from 'share-contracts/testing/playwright';

const test = mockTest({ apis: ['crego'] });
const DOCUMENT = '01JVVJNAVTB19FN3F7W1NHBPT6';

/** The page under test: shares a document, and says how many shares there are. */
const PAGE = `<title>-</title><script>
  async function run(base, body) {
    const url = base + '/documents/${DOCUMENT}/shares/';
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
    await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    const { count } = await (await fetch(url, { headers })).json();
    document.title = count + ' shares';
  }
</script>`;

for (const number of [1, 2, 3]) {
  test(`has shares of its own (${number})`, async ({ page, mock }) => {
    await page.setContent(PAGE);
    await page.evaluate(
      `run(${JSON.stringify(mock.url('crego'))}, { expires_at: '2030-01-01T00:00:00Z' })`,
    );
    await expect(page).toHaveTitle('3 shares');
  });
}

test('a page that sends too little', async ({ page, mock }) => {
  await page.setContent(PAGE);
  await page.evaluate(`run(${JSON.stringify(mock.url('crego'))}, {})`);
  await expect(page).toHaveTitle('2 shares');
});
