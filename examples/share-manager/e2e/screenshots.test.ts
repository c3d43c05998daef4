import type { Page } from '@playwright/test';
import type { TestSandbox } from 'share-contracts/testing/playwright';
import { expect, test } from './page-test.ts';

/** What is photographed, for people to look at. */
const SCENES: Readonly<Record<string, (page: Page, mock: TestSandbox) => Promise<void>>> = {
  list: async (page) => {
    await page.getByRole('radio', { name: '1 day' }).check();
    await page.getByRole('button', { name: 'Create link' }).click();
    await expect(page.getByRole('status')).toContainText('Link created.');
  },
  expired: async (page, mock) => {
    mock.clock.advance('8d');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText(/^Expired/).first()).toBeVisible();
  },
  revoke: async (page) => {
    await page
      .getByRole('button', { name: /^Revoke/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  failed: async (page, mock) => {
    mock.faults.set([{ outcome: 'error' }]);
    await page.getByRole('button', { name: 'Create link' }).click();
    await expect(page.getByRole('alert').getByText(/^Crego has a problem/)).toBeVisible();
  },
  down: async (page, mock) => {
    mock.faults.set([{ outcome: 'reset' }]);
    await page.reload();
    await expect(page.getByText('Crego cannot be reached.')).toBeVisible();
  },
  many: async (page, mock) => {
    mock.scenario('many');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('button', { name: 'Load more' }).focus();
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test.describe(`${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } });

      for (const [scene, prepare] of Object.entries(SCENES)) {
        test(`shows "${scene}" without scrolling sideways`, async ({ page, mock }) => {
          await page.goto('/');
          await expect(page.getByRole('listitem')).toHaveCount(2);
          await prepare(page, mock);
          await page.screenshot({ path: `screenshots/${scene}-${width}-${colorScheme}.png` });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow).toBe(0);
        });
      }
    });
  }
}
