import { describe, expect, test } from 'vitest';
import { fragmentOf } from '../../src/docs/reference/fragment-of.ts';

describe('fragmentOf', () => {
  test.each([
    ['listNotes', '/other/listnotes'],
    ['notes.list', '/other/notes.list'],
    ['get /notes/{id}', '/other/get-notes-id'],
  ])('leads to %s', (id, fragment) => {
    expect(fragmentOf(id)).toBe(fragment);
  });
});
