/** Finds what a contract has for a status: by itself, by its range, or by `default`. */
export function findByStatus<Value>(
  values: Readonly<Record<string, Value> & { default?: Value }>,
  status: number,
): Value | undefined {
  return values[status] ?? values[`${String(status)[0]}XX`] ?? values.default;
}
