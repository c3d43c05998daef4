import { describe, expect, test } from 'vitest';
import { findUndocumented } from '../../lint/find-undocumented.ts';

describe('findUndocumented', () => {
  test.each([
    ['export function act(): void {}'],
    ['export async function act(): Promise<void> {}'],
    ['export const act = () => 1;'],
    ['/** Acts. */\nexport function act(): 1;\nexport function act(by: 2): 2;'],
    ['// No docstring.\nexport function act(): void {}'],
  ])('finds %j', (text) => {
    const line = text.split('\n').length;
    const [found = ''] = findUndocumented('src/act.ts', text);
    expect(found).toMatch(`src/act.ts:${line}:1: expected a docstring`);
  });

  test.each([
    ['/** Acts. */\nexport function act(): void {}'],
    ['/** Acts. */\nexport const act = () => 1;'],
    ['/** Acts. */\nexport function act(): 1;\nexport function act(): unknown {\n  return 1;\n}'],
    ['function act(): void {}'],
    ['export const act = 1;'],
    ['export interface Act {}'],
    ["export { act } from './act.ts';"],
  ])('is content with %j', (text) => {
    expect(findUndocumented('src/act.ts', text)).toEqual([]);
  });
});
