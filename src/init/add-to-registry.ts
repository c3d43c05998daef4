import { isMap, isPair, isScalar, parseDocument, type YAMLMap } from 'yaml';

/** Entry of an API in a registry. */
export interface RegistryEntry {
  readonly name: string;
  /** Path of the contract, relative to the registry. */
  readonly root: string;
}

/**
 * Adds an API to the text of a `redocly.yaml`, behind those that it has; everything else stays as it is written, comments too.
 *
 * Takes text that is YAML and whose `apis`, if any, is a mapping or null.
 */
export function addToRegistry(text: string, { name, root }: RegistryEntry): string {
  const document = parseDocument(text);
  const apis = document.get('apis', true);
  if (apis === undefined || text.trim() === '') {
    return `${withEnd(text)}${text.trim() === '' ? '' : '\n'}apis:\n${write('  ', name, root)}`;
  }
  const indent = isMap(apis) ? findIndent(text, apis) : undefined;
  const end = isMap(apis) ? apis.range?.[1] : undefined;
  if (indent !== undefined && end !== undefined) {
    // The range ends at the beginning of what follows, or where the last line has no end.
    const before = withEnd(text.slice(0, end));
    return `${before}${write(indent, name, root)}${text.slice(end)}`;
  }
  if (isMap(apis)) document.setIn(['apis', name], { root });
  else document.set('apis', document.createNode({ [name]: { root } }));
  return document.toString({ lineWidth: 0 });
}

/** Blanks before each key of a mapping that has a line for each; `undefined` for one in braces. */
function findIndent(text: string, map: YAMLMap): string | undefined {
  const [first] = map.items;
  if (map.flow === true || !isPair(first) || !isScalar(first.key)) return undefined;
  const start = first.key.range?.[0] ?? 0;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return indent.trim() === '' ? indent : undefined;
}

function write(indent: string, name: string, root: string): string {
  return `${indent}${quote(name)}:\n${indent.repeat(2)}root: ${quote(root)}\n`;
}

/** Text as it stands where YAML reads it as one, and in quotes elsewhere. */
function quote(text: string): string {
  const isPlain = /^[a-z./][\w./@-]*$/i.test(text) && !/^(?:true|false|null|yes|no)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

function withEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
