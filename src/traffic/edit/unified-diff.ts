/** Lines around a change. */
const CONTEXT = 3;

/** Step from one text to another: a line of the old one, of the new one, or of both. */
interface Step {
  readonly mark: ' ' | '-' | '+';
  readonly line: string;
}

/**
 * Writes the difference of two texts as `git apply` takes it, https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html.
 *
 * `path` is relative to the folder in which it is applied. Empty for texts that are the same.
 */
export function writeUnifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = compareLines(splitLines(before), splitLines(after));
  const hunks = listHunks(steps).map(([from, to]) => writeHunk(steps, from, to));
  return [`--- a/${path}\n`, `+++ b/${path}\n`, ...hunks].join('');
}

/** Lines with their ends. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Lists the steps by Myers' algorithm, in time that grows with the number of lines times that of the differences. */
function compareLines(before: readonly string[], after: readonly string[]): Step[] {
  const shared = countShared(before, after);
  const end = Math.min(
    countShared(before.toReversed(), after.toReversed()),
    Math.min(before.length, after.length) - shared,
  );
  const keep = (line: string): Step => ({ mark: ' ', line });
  const [one, other] = [before, after].map((lines) => lines.slice(shared, lines.length - end));
  return [
    ...before.slice(0, shared).map(keep),
    ...compareMiddle(one ?? [], other ?? []),
    ...before.slice(before.length - end).map(keep),
  ];
}

function countShared(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((line, index) => line !== other[index]);
  return at < 0 ? one.length : at;
}

function compareMiddle(before: readonly string[], after: readonly string[]): Step[] {
  const trace: Map<number, number>[] = [];
  let reach = new Map([[1, 0]]);
  for (let depth = 0; depth <= before.length + after.length; depth += 1) {
    trace.push(new Map(reach));
    const next = new Map(reach);
    for (let k = -depth; k <= depth; k += 2) {
      let x = isDown(reach, k, depth) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      next.set(k, x);
      if (x >= before.length && x - k >= after.length) return trackBack(trace, before, after);
    }
    reach = next;
  }
  return [];
}

function isDown(reach: ReadonlyMap<number, number>, k: number, depth: number): boolean {
  return k === -depth || (k !== depth && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
}

function trackBack(
  trace: readonly ReadonlyMap<number, number>[],
  before: readonly string[],
  after: readonly string[],
): Step[] {
  const steps: Step[] = [];
  let [x, y] = [before.length, after.length];
  for (const [depth, reach] of [...trace.entries()].reverse()) {
    const k = x - y;
    const from = isDown(reach, k, depth) ? k + 1 : k - 1;
    const fromX = reach.get(from) ?? 0;
    const fromY = fromX - from;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      steps.push({ mark: ' ', line: before[x] ?? '' });
    }
    if (depth === 0) break;
    if (x === fromX) steps.push({ mark: '+', line: after[fromY] ?? '' });
    else steps.push({ mark: '-', line: before[fromX] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return steps.reverse();
}

/** Lists the parts that have changes, with the lines around them; parts that touch are one. */
function listHunks(steps: readonly Step[]): [from: number, to: number][] {
  const hunks: [from: number, to: number][] = [];
  for (const [at, { mark }] of steps.entries()) {
    if (mark === ' ') continue;
    const from = Math.max(at - CONTEXT, 0);
    const to = Math.min(at + CONTEXT + 1, steps.length);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  }
  return hunks;
}

function writeHunk(steps: readonly Step[], from: number, to: number): string {
  const part = steps.slice(from, to);
  const start = (mark: '-' | '+') => countLines(steps.slice(0, from), mark);
  const [oldCount, newCount] = [countLines(part, '-'), countLines(part, '+')];
  const oldStart = start('-') + (oldCount > 0 ? 1 : 0);
  const newStart = start('+') + (newCount > 0 ? 1 : 0);
  const lines = part.map(({ mark, line }) =>
    line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`,
  );
  return `@@ -${oldStart},${oldCount} +${newStart},${newCount} @@\n${lines.join('')}`;
}

/** Number of lines that one of the texts has of some steps. */
function countLines(steps: readonly Step[], mark: '-' | '+'): number {
  return steps.filter((step) => step.mark === ' ' || step.mark === mark).length;
}
