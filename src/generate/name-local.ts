/** Words that no constant of a module is called, https://tc39.es/ecma262/#prod-ReservedWord, nor of one in TypeScript. */
const RESERVED: readonly string[] = [
  ...['arguments', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger'],
  ...['default', 'delete', 'do', 'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally'],
  ...['for', 'function', 'globalThis', 'if', 'implements', 'import', 'in', 'instanceof'],
  ...['interface', 'let', 'new', 'null', 'package', 'private', 'protected', 'public', 'return'],
  ...['static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'undefined', 'var'],
  ...['void', 'while', 'with', 'yield'],
];

/** Names the constant that is exported under a name: the same, or one with `_` behind it that is free, and taken then. */
export function nameLocal(name: string, imported: readonly string[], taken: Set<string>): string {
  if (!RESERVED.includes(name) && !imported.includes(name) && name !== 'z') return name;
  let local = `${name}_`;
  while (taken.has(local)) local += '_';
  taken.add(local);
  return local;
}
