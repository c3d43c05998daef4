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

/** Texts that a writer keeps: many times are written more than once, and rows that share a text take less memory. */
const LIMIT = 200;

/** Makes a writer of milliseconds of the epoch, with microseconds as their fraction. */
export function createInstantWriter(
  format: (parts: InstantText) => string,
): (milliseconds: number) => string {
  const written = new Map<number, string>();
  return (milliseconds) => {
    const known = written.get(milliseconds);
    if (known !== undefined) return known;
    const text = format(split(milliseconds));
    if (written.size >= LIMIT) written.clear();
    written.set(milliseconds, text);
    return text;
  };
}

function split(milliseconds: number): InstantText {
  const micros = Math.round(milliseconds * 1000);
  const second = Math.floor(micros / 1_000_000);
  return {
    second: new Date(second * 1000).toISOString().slice(0, 19),
    micros: String(micros - second * 1_000_000).padStart(6, '0'),
  };
}
