import type { Writable } from 'node:stream';
import { styleText } from 'node:util';

export type Style = 'cyan' | 'dim' | 'green' | 'red' | 'yellow';

/** Colours a text for a terminal, or returns it unchanged. */
export type Paint = (style: Style, text: string) => string;

/** Colours text if the stream supports it; `NO_COLOR` and `FORCE_COLOR` count as in Node. */
export function createPaint(stream: Writable): Paint {
  const isColoured = styleText('dim', 'x', { stream }) !== 'x';
  return isColoured
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text;
}
