import { createMemory } from '../../memo/create-memory.ts';

/** Parses an ISO 8601 date-time to Unix milliseconds, with microseconds; `NaN` if invalid. */
export function parseInstant(text: string): number {
  if (!text.includes('.')) return Date.parse(text);
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? [];
  const whole = Date.parse(text.replace(/\.\d+/, ''));
  return whole + Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000;
}

/** Variant of ISO 8601 in which a provider writes instants. */
export interface InstantForm {
  /** Fractional digits of the second. */
  readonly digits: 3 | 6;
  /** Whether trailing zeros of the fraction are omitted. */
  readonly dropsZeros?: boolean;
  /** Offset to append, such as `Z`; the time is not shifted by it. */
  readonly zone: string;
}

/** The seconds that were written last: `Date` takes 0.7 of the 1.1 µs of an instant, of which a create writes four (November 2026). */
const recallSecond = createMemory<string, number>(256);

/** Formats Unix milliseconds; throws RangeError for a time that a `Date` cannot hold. */
export function formatInstant(milliseconds: number, form: InstantForm): string {
  const { digits, dropsZeros = false, zone } = form;
  const micros = Math.round(milliseconds * 1000);
  const second = Math.floor(micros / 1_000_000);
  const fraction = String(micros - second * 1_000_000)
    .padStart(6, '0')
    .slice(0, digits);
  const shown = dropsZeros ? fraction.replace(/(?<!0)0+$/, '') : fraction;
  const text = recallSecond(second, () =>
    new Date(second * 1000).toISOString().slice(0, -'.000Z'.length),
  );
  return shown === '' ? text + zone : `${text}.${shown}${zone}`;
}
