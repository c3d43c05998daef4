import type { JsonCursor } from '../contract/model/json-cursor.ts';
import { readMember } from './open-member.ts';

/** Day after which a deprecated operation may be gone, as oasdiff reads it: `x-sunset`. */
export function readSunset(operation: JsonCursor): Date | undefined {
  const text = readMember(operation, 'x-sunset');
  if (typeof text !== 'string') return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
