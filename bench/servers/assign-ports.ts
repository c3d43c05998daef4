import type { ServedDocument } from '../documents.ts';
import { findFreePort, origin } from './free-port.ts';

export interface DocumentAtPort extends ServedDocument {
  readonly port: number;
}

/** Assigns a port to each document, for servers that have no base path per document. */
export function assignPorts(documents: readonly ServedDocument[]): Promise<DocumentAtPort[]> {
  return Promise.all(
    documents.map(async (document) => ({ ...document, port: await findFreePort() })),
  );
}

/** Returns the base URL of each API. */
export function listBaseUrls(documents: readonly DocumentAtPort[]): Map<string, string> {
  return new Map(documents.map(({ api, port }) => [api, origin(port)]));
}
