import { describe, expect, test } from 'vitest';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';

const namesOf = (sandboxes: ReturnType<typeof createSandboxes>) =>
  sandboxes.list().map(({ name }) => name);

describe('createSandboxes', () => {
  test('makes a sandbox on first use and gives the same one after', () => {
    const sandboxes = createSandboxes();
    const first = sandboxes.open('a');
    expect(sandboxes.open('b')).not.toBe(first);
    expect(sandboxes.open('a')).toBe(first);
    expect(namesOf(sandboxes)).toEqual(['default', 'b', 'a']);
  });

  test('drops the one unused for longest, never the default one, and says so', () => {
    const dropped: string[] = [];
    const sandboxes = createSandboxes({ limit: 2, onDrop: (name) => dropped.push(name) });
    for (const name of ['a', 'b', 'default', 'a', 'c', 'd']) sandboxes.open(name);
    expect(dropped).toEqual(['b', 'a']);
    expect(namesOf(sandboxes)).toEqual(['default', 'c', 'd']);
  });

  test('removes a sandbox, so that the next use makes a fresh one', () => {
    const sandboxes = createSandboxes();
    const first = sandboxes.open('a');
    expect(sandboxes.remove('a')).toBe(true);
    expect(sandboxes.remove('a')).toBe(false);
    expect(sandboxes.open('a')).not.toBe(first);
  });
});
