const DURATION =
  /^(-)?P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** Milliseconds of a week, day, hour, minute and second. */
const UNITS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/** Parses an ISO 8601 duration without years and months to milliseconds; `undefined` if invalid. */
export function parseDuration(text: string): number | undefined {
  const [found, sign, ...counts] = DURATION.exec(text) ?? [];
  if (found === undefined) return undefined;
  const sum = UNITS.reduce((total, unit, index) => total + unit * Number(counts[index] ?? 0), 0);
  return sign === undefined ? sum : -sum;
}
