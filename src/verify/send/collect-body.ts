import { AnswerError } from './answer-error.ts';
import type { Exchange } from './exchange.ts';

/** Reads a body as a whole. Throws AnswerError where it is longer than allowed; whatever the source throws passes. */
export async function collectBody(
  source: AsyncIterable<Uint8Array>,
  { title, maxBytes, progress, signal }: Exchange,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) {
    signal.throwIfAborted();
    progress.bytes += chunk.length;
    if (progress.bytes > maxBytes) throw tooLong(title, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Says that a body has no end, or none that was waited for. */
export function tooLong(title: string, maxBytes: number): AnswerError {
  return new AnswerError(
    `${title}: expected a body of at most ${maxBytes} bytes, found more. Ask for less, or raise --max-bytes.`,
    'too-long',
  );
}
