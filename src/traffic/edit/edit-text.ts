import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Edit } from './edit.ts';
import { editValue } from './edit-value.ts';
import { writeFlow, writeWord } from './write-flow.ts';

/**
 * Applies an edit to the text of a YAML or JSON file, and leaves all else of the text as it is: comments, quotation marks, order.
 *
 * Where the text is written in a way that this cannot keep, the file is written anew, with its comments. Gives `undefined` for an
 * edit of a place that the file does not have.
 */
export function editText(text: string, edit: Edit): string | undefined {
  const document = parseDocument(text);
  const wanted = editValue(document.toJS(), edit);
  if (wanted === undefined) return undefined;
  const node = findNode(document, edit.keys);
  const splice = node && planSplice({ text, isJson: /^\s*\{/.test(text) }, node, edit);
  if (splice !== undefined) {
    const edited = text.slice(0, splice.start) + splice.text + text.slice(splice.end);
    if (isDeepStrictEqual(readPlain(edited), wanted)) return edited;
  }
  return rewrite(document, edit);
}

/** Part of a text, and what comes in its place. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** File around a node. */
interface Around {
  readonly text: string;
  readonly isJson: boolean;
}

function readPlain(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}

function findNode(document: Document.Parsed, keys: readonly string[]): Node | undefined {
  let node: unknown = document.contents;
  for (const key of keys) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) node = findPair(node, key)?.value;
    else if (isSeq(node)) node = node.items[Number(key)];
    else return undefined;
  }
  if (isAlias(node)) node = node.resolve(document);
  return isNode(node) ? node : undefined;
}

function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

function planSplice(around: Around, node: Node, edit: Edit): Splice | undefined {
  if (edit.kind === 'append') {
    return isSeq(node) ? addAfter(around, node, edit.values) : undefined;
  }
  if (isSeq(node) && edit.kind === 'remove') {
    return removeItem(around, node, node.items[Number(edit.key)]);
  }
  if (!isMap(node)) return undefined;
  const pair = findPair(node, edit.key);
  switch (edit.kind) {
    case 'set':
      return pair === undefined
        ? addAfter(around, node, [[edit.key, edit.value]])
        : replaceValue(around, node, pair, edit.value);
    case 'remove':
      return removeItem(around, node, pair);
    case 'rename': {
      const [start, end] = rangeOf(pair?.key) ?? [];
      if (start === undefined || end === undefined) return undefined;
      const name = around.isJson ? JSON.stringify(edit.to) : writeWord(edit.to);
      return { start, end, text: name };
    }
  }
}

/** Adds items behind the last one of a collection: values of a list, or pairs of a map. */
function addAfter(
  around: Around,
  collection: YAMLMap | YAMLSeq,
  added: readonly unknown[],
): Splice | undefined {
  const { text, isJson } = around;
  const { items } = collection;
  const first = startOf(items[0]);
  const end = endOf(items.at(-1));
  const [open = 0] = collection.range ?? [];
  if (collection.flow === true) {
    const write = (depth: number) =>
      added.map((item) =>
        isMap(collection) ? writePair(item, isJson, depth) : writeInline(item, isJson, depth),
      );
    if (first === undefined || end === undefined) {
      return { start: open + 1, end: open + 1, text: write(0).join(', ') };
    }
    const isTall = text.slice(open, first).includes('\n');
    const column = first - lineStart(text, first);
    const separator = isTall ? `,${eolOf(text)}${text.slice(lineStart(text, first), first)}` : ', ';
    const written = write(isTall && isJson ? column : 0);
    return { start: end, end, text: written.map((item) => separator + item).join('') };
  }
  if (first === undefined || end === undefined) return undefined;
  const begin = isMap(collection) ? first : text.lastIndexOf('-', first);
  const column = begin - lineStart(text, begin);
  const at = nextLine(text, end);
  const value = isMap(collection) ? toObject(added) : added;
  const isAtEnd = at === text.length && !text.endsWith('\n');
  const block = writeBlock(value, column, text);
  return { start: at, end: at, text: isAtEnd ? eolOf(text) + block.trimEnd() : block };
}

function toObject(pairs: readonly unknown[]): unknown {
  return Object.fromEntries(pairs.filter((pair) => Array.isArray(pair)));
}

function replaceValue(
  { text, isJson }: Around,
  map: YAMLMap,
  pair: Pair,
  value: unknown,
): Splice | undefined {
  const start = startOf(pair.value);
  const end = endOf(pair.value);
  if (start === undefined || end === undefined) return undefined;
  // A short value stays on the line of its key.
  const isShort = typeof value !== 'object' || value === null || Array.isArray(value);
  const isBlock = !isScalar(pair.value) && !isFlow(pair.value);
  if (isShort && !isBlock) return { start, end, text: writeInline(value, isJson, 0) };
  if (map.flow === true) return { start, end, text: writeInline(value, isJson, 0) };
  const [keyStart] = rangeOf(pair.key) ?? [];
  const [, keyEnd] = rangeOf(pair.key) ?? [];
  if (keyStart === undefined || keyEnd === undefined) return undefined;
  const column = keyStart - lineStart(text, keyStart);
  const name = text.slice(keyStart, keyEnd);
  const block = writeBlock({ a: value }, column, text)
    .trimStart()
    .replace(/^a/, () => name);
  return { start: keyStart, end: nextLine(text, end), text: block };
}

/** Removes a pair of a map, or an item of a list. */
function removeItem(
  { text }: Around,
  collection: YAMLMap | YAMLSeq,
  item: unknown,
): Splice | undefined {
  const { items } = collection;
  const at = items.findIndex((one) => Object.is(one, item));
  const begin = startOf(item);
  const end = endOf(item);
  if (begin === undefined || end === undefined) return undefined;
  const isFlowing = collection.flow === true;
  const start = isMap(collection) || isFlowing ? begin : text.lastIndexOf('-', begin);
  if (items.length === 1) {
    const [open = start, close = end] = isFlowing ? (collection.range ?? []) : [];
    return { start: open, end: close, text: isMap(collection) ? '{}' : '[]' };
  }
  const next = startOf(items[at + 1]);
  if (isFlowing) {
    return next === undefined
      ? { start: endOf(items[at - 1]) ?? start, end, text: '' }
      : { start, end: next, text: '' };
  }
  const line = lineStart(text, start);
  const isAlone = text.slice(line, start).trim() === '';
  if (isAlone) return { start: line, end: nextLine(text, end), text: '' };
  return next === undefined || isSeq(collection) ? undefined : { start, end: next, text: '' };
}

function rewrite(document: Document.Parsed, edit: Edit): string {
  const keys = [...edit.keys];
  switch (edit.kind) {
    case 'set':
      document.setIn([...keys, edit.key], document.createNode(edit.value));
      break;
    case 'append':
      for (const value of edit.values) document.addIn(keys, document.createNode(value));
      break;
    case 'remove':
      document.deleteIn([...keys, edit.key]);
      break;
    case 'rename': {
      const value = document.getIn([...keys, edit.key], true);
      document.deleteIn([...keys, edit.key]);
      document.setIn([...keys, edit.to], value);
    }
  }
  return document.toString({ lineWidth: 0 });
}

function writePair(pair: unknown, isJson: boolean, depth: number): string {
  const [key, value] = Array.isArray(pair) ? pair : [];
  const name = isJson ? JSON.stringify(String(key)) : writeWord(String(key));
  return `${name}: ${writeInline(value, isJson, depth)}`;
}

/** Writes a value within a line; JSON of a tall file in lines of its own, `depth` being their least indentation. */
function writeInline(value: unknown, isJson: boolean, depth: number): string {
  if (!isJson) return writeFlow(value);
  if (depth === 0) return JSON.stringify(value);
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(depth)}`);
}

function writeBlock(value: unknown, column: number, text: string): string {
  const eol = eolOf(text);
  const indent = ' '.repeat(column);
  const written = stringify(value, { lineWidth: 0 }).replace(/\n$/, '');
  return written
    .split('\n')
    .map((line) => (line === '' ? eol : indent + line + eol))
    .join('');
}

function isFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

function startOf(item: unknown): number | undefined {
  return rangeOf(isPair(item) ? item.key : item)?.[0];
}

/** Where the last character of a node is, without what comes behind it, such as comments. */
function endOf(item: unknown): number | undefined {
  if (isPair(item)) return endOf(item.value) ?? endOf(item.key);
  if ((isMap(item) || isSeq(item)) && item.flow !== true) {
    const last = endOf(item.items.at(-1));
    if (last !== undefined) return last;
  }
  return rangeOf(item)?.[1];
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return isNode(node) ? (node.range ?? undefined) : undefined;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Start of the line behind a place; a place that starts a line is that itself. */
function nextLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
