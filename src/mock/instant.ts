/** Reads an ISO 8601 date-time as milliseconds of the epoch, with microseconds as their fraction. */
export function parseInstant(text: string): number {
  if (!text.includes('.')) return Date.parse(text);
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? [];
  const whole = Date.parse(text.replace(/\.\d+/, ''));
  return whole + Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000;
}

/** Parts of an instant as they are written. */
export interface InstantText {
  /** Such as `2026-01-31T12:00:00`, in UTC. */
  readonly second: string;
  /** Six digits. */
  readonly micros: string;
}

/** Texts of seconds that were written lately: many times are of few seconds. */
const written = new Map<number, string>();

/** Writes milliseconds of the epoch, with microseconds as their fraction. */
export function writeInstant(milliseconds: number): InstantText {
  const micros = Math.round(milliseconds * 1000);
  const second = Math.floor(micros / 1_000_000);
  return {
    second: writeSecond(second),
    micros: String(micros - second * 1_000_000).padStart(6, '0'),
  };
}

function writeSecond(second: number): string {
  const known = written.get(second);
  if (known !== undefined) return known;
  const text = new Date(second * 1000).toISOString().slice(0, 19);
  if (written.size >= 100) written.clear();
  written.set(second, text);
  return text;
}
