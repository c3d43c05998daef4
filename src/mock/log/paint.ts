import type { Writable } from 'node:stream';
import { styleText } from 'node:util';

export type Style = 'cyan' | 'dim' | 'green' | 'red' | 'yellow';

/** Colours a text for a terminal, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Makes the paint for a stream: colours on a terminal, by `NO_COLOR`, `FORCE_COLOR` and the like as Node reads them. */
export function createPaint(stream: Writable): Paint {
  const isColoured = styleText('dim', 'x', { stream }) !== 'x';
  return isColoured
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text;
}
