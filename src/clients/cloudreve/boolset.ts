/** Highest flag that is written; the highest of the provider is 17. */
const HIGHEST = 1023;
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/**
 * Bits of the permissions of a share or a file, https://docs.cloudreve.org/en/api/boolset.
 */
export const SHARE_PERMISSION = { read: 0, update: 1, create: 2, delete: 3 } as const;

/**
 * Reads the numbers of the flags that are set in a boolset, in ascending order: `Cw==` gives 0, 1 and 3.
 *
 * Flag `n` is bit `n % 8` of byte `n / 8`, and bytes that are missing have no flag:
 * https://docs.cloudreve.org/en/api/boolset. Throws TypeError for a text that is no base64.
 */
export function decodeBoolset(text: string): ReadonlySet<number> {
  if (!BASE64.test(text)) {
    throw new TypeError(
      `Boolset: expected base64 such as "AQ==", found ${JSON.stringify(text.slice(0, 50))}.`,
    );
  }
  const flags = new Set<number>();
  [...atob(text)].forEach((character, index) => {
    const byte = character.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) if ((byte >> bit) & 1) flags.add(index * 8 + bit);
  });
  return flags;
}

/**
 * Writes a boolset in which the flags of these numbers are set: 0, 1 and 3 give `Cw==`.
 *
 * Throws RangeError for what is no whole number from 0 to 1023.
 */
export function encodeBoolset(flags: Iterable<number>): string {
  const bytes: number[] = [];
  for (const flag of flags) {
    if (!Number.isInteger(flag) || flag < 0 || flag > HIGHEST) {
      throw new RangeError(
        `Boolset: expected flags that are whole numbers from 0 to ${HIGHEST}, found ${flag}.`,
      );
    }
    const index = Math.floor(flag / 8);
    while (bytes.length <= index) bytes.push(0);
    bytes[index] = (bytes[index] ?? 0) | (1 << (flag % 8));
  }
  return btoa(String.fromCharCode(...bytes));
}
