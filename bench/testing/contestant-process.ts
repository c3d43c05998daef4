// Answers in this process as often as it is told to: `contestant-process.ts NAME`.
import {
  CONTESTANTS,
  type Contestant,
  type ContestantName,
  loadContestant,
} from './contestants.ts';
import type { InProcessCase, Slice, SliceOrder } from './slice.ts';

type Answer = Contestant['answer'];

/** Parts of a slice, of which the least counts: whatever else the machine does only adds to them. */
const PARTS = 4;
/** Long enough for the garbage of its answers to be collected in it. */
const PART_MICROSECONDS = 25_000;
const BATCH = 20;

const name = readName(process.argv[2]);
const prepare = await loadContestant(name);
process.on('message', (order: SliceOrder) => {
  void run(order).then((slice) => process.send?.(slice));
});
process.send?.('ready');

async function run({ measured }: SliceOrder): Promise<Slice> {
  const { answer, reset } = prepare(measured);
  reset();
  const parts: number[] = [];
  while (parts.length < PARTS) parts.push(await measurePart(answer, measured));
  return { microseconds: Math.min(...parts) };
}

/** Answers in batches until the time of a part is over, and gives the microseconds per answer. */
async function measurePart(answer: Answer, { recorded, title }: InProcessCase): Promise<number> {
  const before = process.cpuUsage();
  for (let answers = BATCH; ; answers += BATCH) {
    for (let count = 0; count < BATCH; count += 1) {
      const response = await answer();
      const text = await response.text();
      if (response.status === recorded.status && text !== '') continue;
      throw new Error(`${name} answers ${title} with ${response.status}: ${text}`);
    }
    const { user, system } = process.cpuUsage(before);
    if (user + system >= PART_MICROSECONDS) return (user + system) / answers;
  }
}

function readName(text: string | undefined): ContestantName {
  const found = Object.keys(CONTESTANTS).find((known): known is ContestantName => known === text);
  if (found === undefined) throw new Error(`Expected a contestant, found "${text}".`);
  return found;
}
