import { Socket } from 'node:net';
import type { Client } from 'pg';
import { StalledError } from './stalled-error.ts';

/** Statement that is prepared once on each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Rows of texts, numbers, truth values and nulls. */
export type Rows = readonly (readonly unknown[])[];

/**
 * Runs a statement; throws StalledError, and closes the connection, where nothing comes for `patience` milliseconds.
 *
 * What counts is that data move, not how long all takes: a large state may take its time.
 */
export async function runStatement(
  client: Client,
  { name, text }: Statement,
  values: unknown[],
  patience: number,
): Promise<Rows> {
  const answer = client.query<unknown[]>({ name, text, values, rowMode: 'array' });
  const end = watch(client.connection.stream, patience);
  try {
    return (await answer).rows;
  } finally {
    end();
  }
}

/** Watches whether data move; returns what ends that. */
function watch(stream: unknown, patience: number): () => void {
  if (!(stream instanceof Socket)) return () => {};
  const socket = stream;
  let seen = measureProgress(socket);
  let timer = setTimeout(look, patience);
  return () => clearTimeout(timer);

  function look(): void {
    const now = measureProgress(socket);
    if (now === seen) {
      socket.destroy(new StalledError(`No answer in ${Math.round(patience)} ms.`));
      return;
    }
    seen = now;
    timer = setTimeout(look, patience);
  }
}

/** Grows with each byte that comes, and with each that goes. */
function measureProgress({ bytesRead, writableLength }: Socket): number {
  return bytesRead - writableLength;
}
