import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { createSite } from '../../src/docs/create-site.ts';

const contract = await loadContract(join(import.meta.dirname, 'fixtures/notes.yaml'));
const FACTS = { Id: { notes: { says: 'A text.', at: '#/components/schemas/NoteId' } } };
const COMPARISON = { title: 'Compared', intro: 'How.', apis: ['notes'], facts: FACTS };

function siteOf(value: unknown) {
  const comparison = { path: 'docs/comparison.yaml', value };
  const source = {
    title: 'Docs',
    apis: [{ name: 'notes', contract }],
    guides: [],
    more: [],
    comparison,
  };
  return createSite(source, { mockOrigin: 'http://mock.test' });
}

const render = async (value: unknown) => (await siteOf(value).render('about/comparison.md'))?.body;

describe('the page that compares APIs', () => {
  test('has a row for each fact, with its place and its level', async () => {
    expect(await render(COMPARISON)).toContain('| **Id** | inferred: A text. `NoteId` |');
  });

  test('is left out where an API of it is not in the site', () => {
    expect(siteOf({ ...COMPARISON, apis: [], facts: {} }).paths).toContain('about/comparison.md');
    const other = { notes: FACTS.Id.notes, memos: FACTS.Id.notes };
    const both = { ...COMPARISON, apis: ['notes', 'memos'], facts: { Id: other } };
    expect(siteOf(both).paths).not.toContain('about/comparison.md');
  });

  test('refuses a place that the contract does not have', async () => {
    const facts = { Id: { notes: { says: 'A text.', at: '#/components/schemas/Memo' } } };
    await expect(render({ ...COMPARISON, facts })).rejects.toThrow(
      'docs/comparison.yaml, Id, notes: expected a place of the contract, found #/components/schemas/Memo.',
    );
  });

  test.each([
    [[], 'docs/comparison.yaml: expected title, intro, apis and facts, found [].'],
    [{ ...COMPARISON, title: 1 }, 'docs/comparison.yaml, title: expected a text, found 1.'],
    [
      { ...COMPARISON, facts: { Id: { notes: { says: 'A text.' } } } },
      'docs/comparison.yaml, facts, Id, notes: expected says and at, found {"says":"A text."}.',
    ],
    [
      { ...COMPARISON, facts: { Id: JSON.parse('{"__proto__":{"says":"a","at":"#"}}') } },
      'docs/comparison.yaml, facts, Id, notes: expected says and at, found nothing.',
    ],
  ])('refuses a file that says something else: %#', (value, message) => {
    expect(() => siteOf(value)).toThrow(message);
  });
});
