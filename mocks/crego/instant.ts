/** Reads an ISO 8601 date-time as milliseconds of the epoch, with microseconds as their fraction. */
export function parseInstant(text: string): number {
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? [];
  const whole = Date.parse(text.replace(/\.\d+/, ''));
  return whole + Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000;
}

/** Second that was written last, and its text: times that are written together are close together. */
let last = { second: Number.NaN, text: '' };

/** Writes milliseconds of the epoch as Crego does: UTC with six fractional digits. */
export function formatInstant(milliseconds: number): string {
  const micros = Math.round(milliseconds * 1000);
  const second = Math.floor(micros / 1_000_000);
  if (second !== last.second) {
    last = { second, text: new Date(second * 1000).toISOString().slice(0, 19) };
  }
  return `${last.text}.${String(micros - second * 1_000_000).padStart(6, '0')}Z`;
}
