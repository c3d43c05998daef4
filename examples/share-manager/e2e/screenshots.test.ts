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

for (const [scene, prepare] of Object.entries(SCENES)) {
  test(`fits phones and desktops: ${scene}`, async ({ page, mock }) => {
    await page.goto('/');
    await expect(page.getByRole('listitem')).toHaveCount(2);
    await prepare(page, mock);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `screenshots/${scene}-${width}-${colorScheme}.png` });
      }
      expect(await page.evaluate(findMisplaced)).toEqual([]);
    }
  });
}

/** Lists controls that lie beside the page or on each other. */
function findMisplaced(): string[] {
  const controls = Array.from(document.querySelectorAll('main :is(button, label)'));
  const boxes = controls.map((control) => control.getBoundingClientRect());
  return controls.flatMap((control, index) => {
    const box = boxes[index];
    if (box === undefined) return [];
    const isBeside = box.left < 0 || box.right > innerWidth;
    // What lies above the page, as a message does, is meant to.
    const isUnder = boxes.some(
      (other, at) =>
        at < index &&
        control.closest('.messages, dialog') === controls[at]?.closest('.messages, dialog') &&
        Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
        Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1,
    );
    return isBeside || isUnder ? [control.textContent] : [];
  });
}
