import { isDeepStrictEqual } from 'node:util';
import { bodyFormat } from '../src/contract/model/media-type.ts';
import type { Answer } from './send.ts';

/**
 * Says how an answer differs from the expected one, or nothing where both are equal.
 *
 * Equal are the status and the body: as a value for JSON, byte for byte for anything else.
 */
export function describeDifference(answer: Answer, expected: Answer): string | undefined {
  if (answer.status !== expected.status) {
    return `answers ${answer.status} in place of ${expected.status}`;
  }
  if (answer.body.equals(expected.body)) return undefined;
  const [own, other] = [answer, expected].map(readJson);
  if (own === undefined || other === undefined) return 'answers another text';
  return isDeepStrictEqual(own, other)
    ? undefined
    : `answers other data at ${findDifference(own, other)}`;
}

function readJson({ contentType, body }: Answer): unknown {
  if (bodyFormat(contentType) !== 'json') return undefined;
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** JSON Pointer of the first place where two values differ. */
function findDifference(own: unknown, other: unknown): string {
  if (!isContainer(own) || !isContainer(other)) return '/';
  const names = new Set([...Object.keys(other), ...Object.keys(own)]);
  for (const name of names) {
    if (isDeepStrictEqual(own[name], other[name])) continue;
    const below = findDifference(own[name], other[name]);
    return below === '/' ? `/${name}` : `/${name}${below}`;
  }
  return '/';
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
