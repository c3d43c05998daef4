/** Milliseconds of each unit. */
const UNITS = new Map([
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
]);
const PARTS = /^-?(?:\d+(?:\.\d+)?(?:ms|min|[wdhms]))+$/;
const PART = /(\d+(?:\.\d+)?)(ms|min|[wdhms])/gy;

/** Parses a duration such as `8d`, `1h30m`, `15min` or `-2h` to milliseconds; `undefined` if it is none. */
export function parseShortDuration(written: string): number | undefined {
  const text = written.replaceAll(' ', '');
  if (!PARTS.test(text)) return undefined;
  const sum = [...text.replace(/^-/, '').matchAll(PART)].reduce(
    (total, [, count, unit = '']) => total + Number(count) * (UNITS.get(unit) ?? Number.NaN),
    0,
  );
  return text.startsWith('-') ? -sum : sum;
}
