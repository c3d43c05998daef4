import { rememberNewest } from '../contract/remember.ts';

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

/** Texts of seconds that a writer keeps: many times are of few seconds. */
const KEPT_SECONDS = 100;
/** Length of `2026-01-31T12:00:00`, and of what may stand behind it. */
const SECOND_LENGTH = 19;
const FRACTION_LENGTH = 7;
const [POINT, ZERO] = Buffer.from('.0');

/**
 * Makes a function that writes milliseconds of the epoch, with microseconds as their fraction.
 *
 * Its texts are written in one place: one that is put together of several would be copied by everyone who reads it,
 * and be kept twice.
 */
export function createInstantWriter(form: InstantForm): (milliseconds: number) => string {
  const { digits, dropsZeros = false } = form;
  const zone = Buffer.from(form.zone);
  const seconds = new Map<number, Buffer>();
  // One request tells of its time more than once.
  const recall = rememberNewest(write);
  return (milliseconds) => recall(Math.round(milliseconds * 1000));

  function write(micros: number): string {
    const second = Math.floor(micros / 1_000_000);
    const bytes = findSecond(second);
    writeFraction(bytes, micros - second * 1_000_000);
    let end = SECOND_LENGTH + 1 + digits;
    if (dropsZeros) {
      while (bytes[end - 1] === ZERO) end -= 1;
      if (bytes[end - 1] === POINT) end -= 1;
    }
    for (const code of zone) {
      bytes[end] = code;
      end += 1;
    }
    return bytes.toString('latin1', 0, end);
  }

  /** Place in which a second is written, with room for its fraction and its zone. */
  function findSecond(second: number): Buffer {
    const known = seconds.get(second);
    if (known !== undefined) return known;
    const bytes = Buffer.alloc(SECOND_LENGTH + FRACTION_LENGTH + zone.length);
    bytes.write(new Date(second * 1000).toISOString().slice(0, SECOND_LENGTH));
    if (seconds.size >= KEPT_SECONDS) seconds.clear();
    seconds.set(second, bytes);
    return bytes;
  }
}

/** Writes a point and six digits behind a second. */
function writeFraction(bytes: Buffer, micros: number): void {
  // An integer is divided several times faster than a number with a fraction.
  let rest = micros | 0;
  bytes[SECOND_LENGTH] = POINT ?? 0;
  for (let at = SECOND_LENGTH + 6; at > SECOND_LENGTH; at -= 1) {
    bytes[at] = (ZERO ?? 0) + (rest % 10);
    rest = (rest / 10) | 0;
  }
}
