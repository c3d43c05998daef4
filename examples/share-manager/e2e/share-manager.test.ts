import { expect, test } from './page-test.ts';

test('lists the links, and when they expire', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('listitem').first()).toContainText('Expires in 5 days');
  await expect(page.getByText('2 of 2 shown')).toBeVisible();
});

test('says that a link has expired, once it has', async ({ page, mock }) => {
  await page.goto('/');
  await expect(page.getByText('Expires in 5 days').first()).toBeVisible();
  mock.clock.advance('8d');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('listitem').first()).toContainText('Expired 2 days ago');
  await expect(page.getByRole('button', { name: /^Copy link/ }).first()).toBeDisabled();
});

test('makes a link, copies it, and a stranger opens it until it expires', async ({
  page,
  context,
  mock,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByRole('radio', { name: '30 days' }).check();
  await page.getByRole('button', { name: 'Create link' }).click();
  await expect(page.getByRole('status')).toContainText('Link created.');
  const row = page.getByRole('listitem').first();
  await expect(row).toContainText('Expires in 30 days');
  await row.getByRole('button', { name: /^Copy link/ }).click();
  await expect(page.getByRole('status')).toHaveText('Link copied.');

  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expect(page.getByRole('heading')).toHaveText('You may read this document.');
  mock.clock.advance('31d');
  await page.reload();
  await expect(page.getByRole('heading')).toHaveText('This link no longer exists.');
});

test('copies where a page may not use the clipboard', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto('/');
  await page
    .getByRole('button', { name: /^Copy link/ })
    .first()
    .click();
  await expect(page.getByRole('status')).toHaveText('Link copied.');
  await expect(page.getByRole('button', { name: /^Copy link/ }).first()).toBeFocused();
});

test('revokes a link after a question', async ({ page, mock }) => {
  await page.goto('/');
  const revoke = page.getByRole('button', { name: /^Revoke link created/ }).first();
  await revoke.click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(revoke).toBeFocused();
  expect(mock.journal({ operation: 'deleteShare' })).toEqual([]);

  await revoke.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke link' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText('Link revoked.');
  await expect(page.getByRole('heading', { name: 'Links 1' })).toBeFocused();
});

test('loads more, and goes on from there', async ({ page, mock }) => {
  mock.scenario('many');
  await page.goto('/');
  await expect(page.getByRole('listitem')).toHaveCount(15);
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(30);
  await expect(page.getByRole('listitem').nth(15)).toBeFocused();
  await expect(page.getByText('30 of 250 shown')).toBeVisible();
});

test('says so where no one has a link', async ({ page, mock }) => {
  mock.scenario('empty');
  await page.goto('/');
  await expect(page.getByText('No one has a link.')).toBeVisible();
});

test('says that links are loading, while a provider is slow', async ({ page, mock }) => {
  mock.scenario('slow');
  await page.goto('/');
  await expect(page.getByText('Links are loading.')).toBeAttached();
  await expect(page.getByRole('listitem')).toHaveCount(2);
});

test.describe('a provider that does not answer', () => {
  test.use({ timeout: 100 });

  test('is given up', async ({ page, mock }) => {
    mock.faults.set([{ delay: 60_000 }]);
    await page.goto('/');
    await expect(
      page.getByRole('alert').getByText('Crego takes too long to answer.'),
    ).toBeVisible();
  });
});

test('a provider that fails is tried again when the user asks', async ({ page, mock }) => {
  mock.scenario('server-error');
  await page.goto('/');
  await expect(page.getByRole('alert').getByText('Crego has a problem (500).')).toBeVisible();
  mock.scenario('default');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(2);
});

test('a link that could not be made is told, and the list stays', async ({ page, mock }) => {
  await page.goto('/');
  await expect(page.getByRole('listitem')).toHaveCount(2);
  mock.faults.set([{ operation: 'createShare', outcome: 'error' }]);
  await page.getByRole('button', { name: 'Create link' }).click();
  await expect(page.getByRole('alert').getByText('Crego has a problem (500).')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('Crego has a problem')).toHaveCount(0);
});

test('can be used by the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: '7 days' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').first()).toContainText('Expires in 30 days');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Create link' })).toBeFocused();
});
