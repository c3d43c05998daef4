const DURATION =
  /^(-)?P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** Milliseconds of a week, a day, an hour, a minute and a second. */
const UNITS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/** Milliseconds of an ISO 8601 duration without years and months, whose length is no fixed one; `undefined` for any other text. */
export function parseDuration(text: string): number | undefined {
  const [found, sign, ...counts] = DURATION.exec(text) ?? [];
  if (found === undefined) return undefined;
  const sum = UNITS.reduce((total, unit, index) => total + unit * Number(counts[index] ?? 0), 0);
  return sign === undefined ? sum : -sum;
}
