import { expect, test } from 'vitest';
import { findNames } from '../../lint/find-names.ts';

test('findNames finds names in any case, with their places', () => {
  const text = "const a = 1;\nif (api === 'Acme') return; // acme-notes\n";
  expect(findNames('src/a.ts', text, ['acme', 'other'])).toEqual([
    'src/a.ts:2:14: expected code for any API, found "Acme". Move what is of one provider to mocks/, src/clients/ or redocly.yaml.',
  ]);
  expect(findNames('src/a.ts', text, ['other'])).toEqual([]);
});
