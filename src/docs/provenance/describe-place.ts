import type { Contract } from '../../contract/model/contract.ts';
import { escapeToken, isJsonObject, jump } from '../../contract/model/json-cursor.ts';

/** What kind of fact a part of a contract is. */
export type FactKind =
  | 'operation'
  | 'parameter'
  | 'answer'
  | 'header'
  | 'example'
  | 'field'
  | 'other';

/** Place of a part of a contract, in words. */
export interface FactPlace {
  /** Operation that it belongs to; absent for what several share. */
  readonly operation: string | undefined;
  readonly words: string;
  readonly kind: FactKind;
}

/** Keys that say nothing to a reader. */
const SILENT = new Set(['schema', 'content', 'properties', 'components', 'examples', 'allOf']);

/** Describes a place in a contract: `listShares, answer 404`, or `Share.token`. */
export function describePlace(contract: Contract, keys: readonly string[]): FactPlace {
  const [first, second = '', third = '', ...rest] = keys;
  if (first === 'paths' || first === 'webhooks') {
    const id = findOperation(contract, keys.slice(0, 3));
    const inner = id === undefined ? [third, ...rest].filter(Boolean) : rest;
    const words = [id === undefined ? `\`${second}\`` : '', ...nameParts(contract, keys, inner)];
    return { operation: id, words: words.filter(Boolean).join(', '), kind: kindOf(inner, id) };
  }
  if (first !== 'components') return { operation: undefined, words: keys.join('/'), kind: 'other' };
  const words = [nameComponent(second, third), ...nameParts(contract, keys, rest)];
  const kind = rest.length > 0 ? kindOf(rest, undefined) : KIND_BY_COMPONENT.get(second);
  return { operation: undefined, words: words.filter(Boolean).join(', '), kind: kind ?? 'field' };
}

const KIND_BY_COMPONENT: ReadonlyMap<string, FactKind> = new Map([
  ['parameters', 'parameter'],
  ['responses', 'answer'],
  ['headers', 'header'],
  ['examples', 'example'],
]);

function findOperation({ operations, webhooks }: Contract, keys: readonly string[]) {
  const isSame = (pointer: string) =>
    pointer === keys.map((key) => `/${escapeToken(key)}`).join('');
  return [...operations, ...webhooks].find(({ pointer }) => isSame(pointer))?.id;
}

function nameComponent(kind: string, name: string): string {
  const noun = {
    parameters: 'parameter',
    responses: 'answer',
    headers: 'header',
    examples: 'example',
  }[kind];
  return noun === undefined ? `\`${name}\`` : `${noun} \`${name}\``;
}

function nameParts(contract: Contract, all: readonly string[], keys: readonly string[]): string[] {
  const start = all.length - keys.length;
  const parts: string[] = [];
  let field = '';
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    const next = keys[index + 1];
    if (key === 'properties' && next !== undefined) {
      field += `${field === '' ? '' : '.'}${next}`;
      index += 1;
    } else if (key === 'items') field += '[]';
    else if (key === 'parameters' && next !== undefined) {
      parts.push(`parameter \`${nameParameter(contract, all.slice(0, start + index + 2))}\``);
      index += 1;
    } else if (key === 'responses' && next !== undefined) {
      parts.push(`answer ${next}`);
      index += 1;
    } else if (key === 'headers' && next !== undefined) {
      parts.push(`header \`${next}\``);
      index += 1;
    } else if (key === 'examples' && next !== undefined) {
      parts.push(`example \`${next}\``);
      index += 1;
    } else if (key === 'requestBody') parts.push('body');
    else if (!SILENT.has(key) && !/^\d+$|\//.test(key)) parts.push(key);
  }
  return field === '' ? parts : [...parts, `\`${field}\``];
}

function nameParameter({ document }: Contract, keys: readonly string[]): string {
  const fragment = keys.map((key) => `/${escapeToken(key)}`).join('');
  const { node } = jump(document, `#${encodeURI(fragment)}`);
  return isJsonObject(node) && typeof node.name === 'string' ? node.name : (keys.at(-1) ?? '');
}

function kindOf(keys: readonly string[], operation: string | undefined): FactKind {
  if (keys.length === 0) return operation === undefined ? 'other' : 'operation';
  if (keys.includes('examples')) return 'example';
  if (keys.includes('headers')) return 'header';
  if (keys.includes('properties')) return 'field';
  if (keys[0] === 'parameters') return 'parameter';
  return keys[0] === 'responses' ? 'answer' : 'other';
}
