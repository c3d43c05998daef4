/** Words that YAML reads as something else than text, https://yaml.org/type/bool.html. */
const OTHER = /^(?:null|true|false|yes|no|on|off|y|n|nan|inf)$/i;
const WORD = /^[A-Za-z_][\w-]*$/;

/** Writes a value on one line, as YAML that looks handwritten: `{type: [string, "null"]}`. */
export function writeFlow(value: unknown): string {
  if (typeof value === 'string') return writeWord(value);
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).map(
    ([key, item]) => `${writeWord(key)}: ${writeFlow(item)}`,
  );
  return `{${members.join(', ')}}`;
}

/** Writes a text without quotation marks where it needs none. */
export function writeWord(text: string): string {
  return WORD.test(text) && !OTHER.test(text) ? text : JSON.stringify(text);
}
