import type { Writable } from 'node:stream';
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
  /** Takes a defect of the mock itself. */
  readonly logError: (error: unknown) => void;
  /** Writes what waits for the end of the turn; for the end of the process. */
  readonly flush: () => void;
}

/** How each kind of entry is written. */
interface Format {
  readonly exchange: (exchange: Exchange) => string;
  readonly error: (error: unknown) => string;
  readonly loss: (lines: number) => string;
}

/** Makes a log of requests that writes lines for people, or one JSON object per line. */
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

/** Message and stack, and those of the cause, without the members of an error, which may be whole requests. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return maskSecretShapes(String(error));
  const text = maskSecretShapes(error.stack ?? error.message);
  return error.cause === undefined ? text : `${text}\n[cause]: ${describeError(error.cause)}`;
}
