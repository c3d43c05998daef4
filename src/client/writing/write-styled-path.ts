/**
 * Writes a path of a template, in whose parameters `.` and `;` mark the label and the matrix style, and `*` that a value is
 * exploded: https://spec.openapis.org/oas/v3.1.1#style-values.
 *
 * Throws TypeError for a parameter without a value, and for `.` and `..`, which lead to another path.
 */
export function writeStyledPath(
  template: string,
  values: Readonly<Record<string, unknown>>,
): string {
  const pattern = /\{([.;]?)([^{}]+?)(\*?)\}/g;
  return template.replace(pattern, (_, mark: string, name: string, star: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === null) {
      throw new TypeError(`path parameter "${name}": expected a value, found none`);
    }
    const text = writeParameter(name, value, mark, star !== '');
    if (!/^\.{0,2}$/.test(text)) return text;
    throw new TypeError(`path parameter "${name}": expected a value, found "${text}"`);
  });
}

function writeParameter(name: string, value: unknown, mark: string, isExploded: boolean): string {
  const isObject = typeof value === 'object' && !Array.isArray(value);
  const items = isObject
    ? Object.entries(Object(value)).map((pair) => pair.map(encode).join(isExploded ? '=' : ','))
    : [value].flat().map(encode);
  const separator = isExploded ? mark || ',' : ',';
  const key = `${encode(name)}=`;
  if (mark !== ';' || (isObject && isExploded)) return mark + items.join(separator);
  return mark + (isExploded ? items.map((item) => key + item).join(mark) : key + items.join(','));
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}
