/** Reads an ISO 8601 date-time as milliseconds of the epoch, with microseconds as their fraction. */
export function parseInstant(text: string): number {
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? [];
  const whole = Date.parse(fraction === '' ? text : text.replace(/\.\d+/, ''));
  return whole + Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000;
}

/** Parts of an instant as they are written. */
export interface InstantText {
  /** Such as `2026-01-31T12:00:00`, in UTC. */
  readonly second: string;
  /** Six digits. */
  readonly micros: string;
}

/** Makes a writer of milliseconds of the epoch, with microseconds as their fraction. */
export function createInstantWriter(
  format: (parts: InstantText) => string,
): (milliseconds: number) => string {
  // Many times are written more than once, and rows that share a text take less memory.
  const recall = createTextMemory(200);
  return (milliseconds) => recall(milliseconds, () => format(split(milliseconds)));
}

function split(milliseconds: number): InstantText {
  const micros = Math.round(milliseconds * 1000);
  const second = Math.floor(micros / 1_000_000);
  return {
    second: recallSecond(second, () => new Date(second * 1000).toISOString().slice(0, 19)),
    micros: String(micros - second * 1_000_000).padStart(6, '0'),
  };
}

/** Many times are of few seconds. */
const recallSecond = createTextMemory(100);

/** Bounded memory of the texts of numbers; it forgets all of them at once, which costs least. */
function createTextMemory(limit: number): (value: number, write: () => string) => string {
  const written = new Map<number, string>();
  return (value, write) => {
    const known = written.get(value);
    if (known !== undefined) return known;
    const text = write();
    if (written.size >= limit) written.clear();
    written.set(value, text);
    return text;
  };
}
