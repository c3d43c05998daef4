/** Reads an ISO 8601 date-time as milliseconds of the epoch, with microseconds as their fraction. */
export function parseInstant(text: string): number {
  if (!text.includes('.')) return Date.parse(text);
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? [];
  const whole = Date.parse(text.replace(/\.\d+/, ''));
  return whole + Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000;
}

/** How a provider writes instants, in ISO 8601. */
export interface InstantForm {
  /** Fractional digits. */
  readonly digits: 3 | 6;
  /** Whether zeros at the end of the fraction are left out. */
  readonly dropsZeros?: boolean;
  /** Offset from UTC as it is written, such as `Z`. */
  readonly zone: string;
}

/** Writes milliseconds of the epoch, with microseconds as their fraction, in a form. */
export function formatInstant(milliseconds: number, form: InstantForm): string {
  const { digits, dropsZeros = false, zone } = form;
  const micros = Math.round(milliseconds * 1000);
  const second = Math.floor(micros / 1_000_000);
  const fraction = String(micros - second * 1_000_000)
    .padStart(6, '0')
    .slice(0, digits);
  const shown = dropsZeros ? fraction.replace(/0+$/, '') : fraction;
  const text = new Date(second * 1000).toISOString().slice(0, '2026-01-31T12:00:00'.length);
  return shown === '' ? text + zone : `${text}.${shown}${zone}`;
}
