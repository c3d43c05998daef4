import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { AnswerError } from '../send/answer-error.ts';
import type { Sender } from '../send/send-options.ts';
import type { VerifyOptions } from './verify-options.ts';

/** How a server answers for what it does not have. */
export type IsAbsent = (status: number, body: unknown, method: string) => boolean;

const NOWHERE = '/share-contracts-asks-for-what-is-not-there';
/** Method that is there, but not at this path, or nothing at all. */
const UNKNOWN_METHOD = [405, 501];

/**
 * Asks for a path that no API has, by methods that change something only where the run may write. An answer that looks the same
 * says that the server does not have an operation.
 */
export async function learnAbsence(
  sender: Sender,
  { url, headers, isWriting }: Pick<VerifyOptions, 'url' | 'headers' | 'isWriting'>,
): Promise<IsAbsent> {
  const shapes = new Map<string, string>();
  for (const method of isWriting ? ['GET', 'POST', 'DELETE'] : ['GET']) {
    const shape = await askNowhere(sender, `${url}${NOWHERE}`, method, headers);
    if (shape !== undefined) shapes.set(method, shape);
    // A request that could change something is not sent to a server that finds anything.
    else break;
  }
  return (status, body, method) => {
    if (UNKNOWN_METHOD.includes(status)) return true;
    const shape = `${status} ${shapeOf(body)}`;
    return status === 404 && (shapes.get(method) ?? shapes.get('GET')) === shape;
  };
}

async function askNowhere(
  sender: Sender,
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
) {
  try {
    const { status, bytes } = await sender.send({ method, url, headers });
    if (status !== 404 && status !== 405) return undefined;
    return `${status} ${shapeOf(readBody(bytes))}`;
  } catch (error) {
    if (error instanceof AnswerError) return undefined;
    throw error;
  }
}

function readBody(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Body without what a request may put into it: paths, ids, times. */
function shapeOf(body: unknown): string {
  if (typeof body === 'string') return blur(body);
  if (Array.isArray(body)) return `[${body.map(shapeOf).join()}]`;
  if (!isJsonObject(body)) return typeof body === 'number' ? '0' : String(body);
  const members = Object.entries(body).map(([name, value]) => `${name}:${shapeOf(value)}`);
  return `{${members.toSorted().join()}}`;
}

function blur(text: string): string {
  return text
    .replaceAll(/\/[^\s"'<>]*/g, '/')
    .replaceAll(/\b(?:GET|POST|PUT|PATCH|DELETE)\b/g, 'METHOD')
    .replaceAll(/[0-9a-f-]{8,}|\d+/gi, '0');
}
