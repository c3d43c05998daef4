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
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const text = [value ?? []]
      .flat()
      .map((item) => encodeURIComponent(String(item)))
      .join(',');
    if (!/^\.{0,2}$/.test(text)) return text;
    throw new TypeError(`path parameter "${name}": expected a value, found "${text}"`);
  });
}
