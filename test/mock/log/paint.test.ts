import { Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPaint } from '../../../src/mock/log/paint.ts';

const SETTINGS = ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI'];

/** Paints under an environment that says no more about colours than given. */
function paintUnder(settings: Record<string, string>, stream: Writable): string {
  for (const name of SETTINGS) vi.stubEnv(name, settings[name]);
  vi.stubEnv('TERM', 'xterm-256color');
  return createPaint(stream)('red', 'x');
}

function createTerminal(): Writable {
  const { getColorDepth } = WriteStream.prototype;
  return Object.assign(new Writable(), { isTTY: true, getColorDepth });
}

describe('createPaint', () => {
  afterEach(() => void vi.unstubAllEnvs());

  test('colours text for a terminal', () => {
    expect(paintUnder({}, createTerminal())).toBe('\u001b[31mx\u001b[39m');
  });

  test('leaves text as it is for a terminal under NO_COLOR', () => {
    expect(paintUnder({ NO_COLOR: '1' }, createTerminal())).toBe('x');
  });

  test('leaves text as it is for a stream that is no terminal', () => {
    expect(paintUnder({}, new Writable())).toBe('x');
  });
});
