// Answers in this process as often as it is told to: `contestant-process.ts NAME`.
import { CONTESTANTS, type ContestantName, loadContestant } from './contestants.ts';
import type { Slice, SliceOrder } from './slice.ts';

const name = readName(process.argv[2]);
const prepare = await loadContestant(name);
process.on('message', (order: SliceOrder) => {
  void run(order).then((slice) => process.send?.(slice));
});
process.send?.('ready');

async function run({ measured, answers }: SliceOrder): Promise<Slice> {
  const { answer, reset } = prepare(measured);
  reset();
  const before = process.cpuUsage();
  for (let count = 0; count < answers; count += 1) {
    const response = await answer();
    const text = await response.text();
    if (response.status !== measured.recorded.status || text === '') {
      throw new Error(`${name} answers ${measured.title} with ${response.status}: ${text}`);
    }
  }
  const { user, system } = process.cpuUsage(before);
  return { microseconds: (user + system) / answers };
}

function readName(text: string | undefined): ContestantName {
  const found = Object.keys(CONTESTANTS).find((known): known is ContestantName => known === text);
  if (found === undefined) throw new Error(`Expected a contestant, found "${text}".`);
  return found;
}
