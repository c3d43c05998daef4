import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Row } from './rows.ts';

const MOST_LEVELS = 3;

/** Puts a new key in the place of another one, wherever a URL or a path has it as a segment. */
export function moveLinks(row: Row, from: string, to: string): Row {
  if (from === '' || from === to) return row;
  return moveMembers(row, from, encodeURIComponent(to), 0);
}

function moveMembers(row: Row, from: string, to: string, level: number): Row {
  const members = Object.entries(row).map(([name, member]) => {
    if (typeof member === 'string') return [name, moveText(member, from, to)] as const;
    const isInner = isJsonObject(member) && level < MOST_LEVELS && /links?$/i.test(name);
    return [name, isInner ? moveMembers(member, from, to, level + 1) : member] as const;
  });
  return Object.fromEntries(members);
}

function moveText(text: string, from: string, to: string): string {
  if (!/^(?:https?:\/\/|\/)/.test(text)) return text;
  return text
    .split('/')
    .map((segment) => (segment === from ? to : segment))
    .join('/');
}
