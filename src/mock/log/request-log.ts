import type { Writable } from 'node:stream';
import { maskNamed } from '../../contract/secrets/mask-text.ts';
import { isSecretAnywhere } from '../../contract/secrets/secret-name.ts';
import { maskSecretShapes } from '../../contract/secrets/secret-shape.ts';
import { escapeUnprintable } from './escape-text.ts';
import type { Exchange } from './exchange.ts';
import { formatExchange } from './format-exchange.ts';
import { createLineWriter } from './line-writer.ts';
import { createPaint } from './paint.ts';
import { serializeEvent } from './serialize-event.ts';
import { serializeExchange } from './serialize-exchange.ts';

export interface RequestLog {
  readonly logExchange: (exchange: Exchange) => void;
  /** Logs an internal error of the mock. */
  readonly logError: (error: unknown) => void;
  /** Writes pending lines at once, before the process exits. */
  readonly flush: () => void;
}

interface Format {
  readonly exchange: (exchange: Exchange) => string;
  readonly error: (error: unknown) => string;
  readonly loss: (lines: number) => string;
}

/** Creates a log that writes lines for people, or one JSON object per line. */
export function createRequestLog(stream: Writable, format: 'text' | 'json'): RequestLog {
  const { exchange, error, loss } = format === 'json' ? jsonFormat : createTextFormat(stream);
  const { write, flush } = createLineWriter(stream, loss);
  return {
    logExchange: (entry) => write(exchange(entry)),
    logError: (entry) => write(error(entry)),
    flush,
  };
}

function createTextFormat(stream: Writable): Format {
  const paint = createPaint(stream);
  return {
    exchange: (exchange) => formatExchange(exchange, paint),
    error: (error) => describeError(error).split('\n').map(escapeUnprintable).join('\n'),
    loss: (lines) => `${lines} entries of the log are left out: its reader is too slow.`,
  };
}

const jsonFormat: Format = {
  exchange: (exchange) => serializeExchange(exchange, new Date()),
  error: (error) => serializeEvent('error', new Date(), { error: describeError(error) }),
  loss: (lines) => serializeEvent('loss', new Date(), { entries: lines }),
};

/** Stack of an error and its causes. Other properties are omitted: they may hold whole requests. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return maskNamed(String(error), isSecretAnywhere);
  const { message, stack = message } = error;
  // What follows the message is no text with secrets, but has paths that would be taken for such.
  const shown =
    message === '' ? stack : stack.replace(message, () => maskNamed(message, isSecretAnywhere));
  const text = maskSecretShapes(shown);
  return error.cause === undefined ? text : `${text}\n[cause]: ${describeError(error.cause)}`;
}
