import { encode } from './encode.ts';
import { readMember } from './read-member.ts';

/**
 * Writes a path of a template; items of a list are separated by commas.
 *
 * Throws TypeError for a parameter without a value, and for `.` and `..`, which lead to another path.
 */
export function writePath(
  template: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const text = [readMember(values, [name]) ?? []].flat().map(encode).join(',');
    if (!/^\.{0,2}$/.test(text)) return text;
    throw new TypeError(`path parameter "${name}": expected a value, found "${text}"`);
  });
}
