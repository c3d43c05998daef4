import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createRequestLog, type RequestLog } from '../../../src/mock/log/request-log.ts';
import { exchangeOf } from './exchange-of.ts';

/** Lines that a log writes in a format. */
function linesOf(format: 'text' | 'json', use: (log: RequestLog) => void): string[] {
  const stream = new PassThrough({ encoding: 'utf8' });
  const log = createRequestLog(stream, format);
  use(log);
  log.flush();
  return stream.read().trimEnd().split('\n');
}

const failure = Object.assign(new Error('No answer to ck_live_hunter2\u001b[2J'), {
  request: 'hunter2',
});

describe('createRequestLog', () => {
  test('writes exchanges and errors as text, in their order', () => {
    const lines = linesOf('text', (log) => {
      log.logExchange(exchangeOf());
      log.logError(failure);
      log.logError('gone');
    });
    expect(lines[0]).toMatch(/^GET +\/api\/things\/1 +getThing +200 +0\.4 ms$/);
    expect(lines[1]).toBe('Error: No answer to ***\\u001b[2J');
    expect(lines[2]).toMatch(/^ +at .*request-log\.test\.ts/);
    expect(lines.at(-1)).toBe('gone');
    expect(lines.join()).not.toContain('hunter2');
  });

  test('writes the cause of an error below it', () => {
    const error = new Error('No answer', { cause: new Error('No schema', { cause: 'gone' }) });
    const lines = linesOf('text', (log) => log.logError(error));
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
      'Error: No answer',
      '[cause]: Error: No schema',
      '[cause]: gone',
    ]);
  });

  test('writes exchanges and errors as one JSON object per line', () => {
    const before = Date.now();
    const lines = linesOf('json', (log) => {
      log.logExchange(exchangeOf());
      log.logError(failure);
    });
    const [exchange, error] = lines.map((line) => JSON.parse(line));
    expect(lines.length).toBe(2);
    expect(exchange).toMatchObject({ event: 'exchange', operation: 'getThing' });
    expect(Date.parse(exchange.time)).toBeGreaterThanOrEqual(before);
    expect(error.event).toBe('error');
    expect(error.error.split(' at ')[0].trimEnd()).toBe('Error: No answer to ***\u001b[2J');
  });

  test.each([
    ['text' as const, /^2 entries of the log are left out/],
    ['json' as const, /^\{"time":"[^"]+","event":"loss","entries":2\}$/],
  ])('tells how many entries a slow reader missed, as %s', (format, loss) => {
    const stream = new PassThrough({ encoding: 'utf8' });
    const log = createRequestLog(stream, format);
    log.logError('x'.repeat(1024 * 1024));
    log.logExchange(exchangeOf());
    log.logExchange(exchangeOf());
    log.flush();
    const lines = stream.read().trimEnd().split('\n');
    expect(lines.length).toBe(2);
    expect(lines[1]).toMatch(loss);
  });
});
