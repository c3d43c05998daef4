import { open } from 'node:fs/promises';
import { isUrl } from '../contract/model/place.ts';

/** Bytes of a document in which its first key stands. */
const HEAD_BYTES = 4096;
/** First keys, in YAML and in JSON, of the documents that a registry may list and that describe no HTTP API. */
const OTHER_DOCUMENTS = [
  /^["']?(?:arazzo|asyncapi|overlay)["']?:/m,
  /^\s*\{\s*"(?:arazzo|asyncapi|overlay)"/,
];
const WORKFLOWS = [/^["']?arazzo["']?:/m, /^\s*\{\s*"arazzo"/];

/** What a document that a registry lists describes: an HTTP API, workflows, or something else. */
export type DocumentKind = 'api' | 'workflows' | 'other';

/** Tells what a document describes; what is remote is not fetched to find out. */
export async function readKind(contract: string): Promise<DocumentKind> {
  if (isUrl(contract)) return 'api';
  const head = await readHead(contract);
  if (!OTHER_DOCUMENTS.some((key) => key.test(head))) return 'api';
  return WORKFLOWS.some((key) => key.test(head)) ? 'workflows' : 'other';
}

/** Reads where a document says what it is; a description may have megabytes, and is read as a whole when it is loaded. */
async function readHead(file: string): Promise<string> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES);
  return buffer.toString('utf8', 0, bytesRead);
}
