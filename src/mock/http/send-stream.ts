import type { ServerResponse } from 'node:http';
import type { HeaderFields } from '../../contract/model/header-reader.ts';
import type { OpenStream } from './message.ts';

/** Sends a body as it comes, no faster than its reader takes it, and ends it when either side goes. */
export function sendStream(
  status: number,
  headers: HeaderFields,
  open: OpenStream,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(status);
  if (response.req.method === 'HEAD' || response.destroyed) {
    response.end();
    return;
  }
  // The reader knows that it is connected before there is anything to read.
  response.flushHeaders();
  const reader = open().getReader();
  // Called as well once the whole body is sent, when there is nothing to cancel any more.
  response.once('close', () => void reader.cancel().catch(() => {}));
  pass(reader, response).catch(() => response.destroy());
}

async function pass(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  response: ServerResponse,
): Promise<void> {
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!response.write(part.value)) await untilDrained(response);
  }
  response.end();
}

function untilDrained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      response.off('drain', end).off('close', end);
      resolve();
    };
    response.on('drain', end).on('close', end);
  });
}
