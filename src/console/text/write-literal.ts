/** Writes a value as TypeScript, with one member a line where that would be long. */
export function writeLiteral(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value));
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((one) => writeLiteral(one, deeper))
    : Object.entries(value).map(
        ([name, one]) => `${writeName(name)}: ${writeLiteral(one, deeper)}`,
      );
  const [start, end] = isList ? '[]' : '{}';
  if (parts.length === 0) return `${start}${end}`;
  const space = isList ? '' : ' ';
  const short = `${start}${space}${parts.join(', ')}${space}${end}`;
  if (indent.length + short.length <= 76 && !short.includes('\n')) return short;
  return `${start}\n${parts.map((part) => `${deeper}${part},\n`).join('')}${indent}${end}`;
}

function writeName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `'${inner.replaceAll("'", "\\'")}'`;
}
