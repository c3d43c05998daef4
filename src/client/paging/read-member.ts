/** Reads what some keys lead to. */
export function readMember(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => Object(at)[key], value);
}
