/**
 * Writes a path of a template; items of a list are separated by commas.
 *
 * Throws TypeError for a parameter without a value.
 */
export function writePath(
  template: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === null) {
      throw new TypeError(`path parameter "${name}": expected a value, found none`);
    }
    return [value]
      .flat()
      .map((item) => encodeURIComponent(String(item)))
      .join(',');
  });
}
