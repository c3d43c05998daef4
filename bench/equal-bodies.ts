import { isDeepStrictEqual } from 'node:util';
import { bodyFormat } from '../src/contract/model/media-type.ts';
import type { Answer } from './send.ts';

/**
 * Describes how a response differs from the expected one; returns nothing if they are equal.
 *
 * Compares status and body: JSON as a value, anything else byte for byte.
 */
export function describeDifference(answer: Answer, expected: Answer): string | undefined {
  if (answer.status !== expected.status) {
    return `answers ${answer.status} instead of ${expected.status}`;
  }
  if (answer.body.equals(expected.body)) return undefined;
  const [own, other] = [answer, expected].map(readJson);
  if (own === undefined || other === undefined) return 'answers with different text';
  return isDeepStrictEqual(own, other)
    ? undefined
    : `answers with different data at ${findDifference(own, other)}`;
}

function readJson({ contentType, body }: Answer): unknown {
  if (bodyFormat(contentType) !== 'json') return undefined;
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Finds the JSON Pointer of the first difference. */
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
