import { expect, test } from 'vitest';
import { createEndOfTurn } from '../../../src/mock/http/end-of-turn.ts';

test('createEndOfTurn waits for what is under way, for all who wait in a turn together', async () => {
  const endOfTurn = createEndOfTurn();
  const acts: string[] = [];
  const act = async (name: string) => {
    await endOfTurn();
    acts.push(name);
  };
  const first = act('first');
  process.nextTick(() => acts.push('under way'));
  const second = act('second');
  await Promise.all([first, second]);
  expect(acts).toEqual(['under way', 'first', 'second']);
  await act('next turn');
  expect(acts.at(-1)).toBe('next turn');
});
