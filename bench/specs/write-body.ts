import type { Media } from '../../src/contract/model/contract.ts';
import { isJsonObject } from '../../src/contract/model/json-cursor.ts';
import { bodyFormat } from '../../src/contract/model/media-type.ts';
import { textOf, writeDeep } from './write-deep.ts';

/** Body as it is sent. */
export interface WrittenBody {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Writes a body in its media type; nothing for a type that this bench cannot write. */
export async function writeBody(media: Media, value: unknown): Promise<WrittenBody | undefined> {
  // A range says that any type will do.
  const contentType = media.type.includes('*') ? 'application/json' : media.type;
  const write = (text: string) => ({ contentType, bytes: Buffer.from(text) });
  switch (bodyFormat(contentType)) {
    case 'json':
      return write(JSON.stringify(value));
    case 'form':
      return isJsonObject(value) ? write(writeForm(value, media)) : undefined;
    case 'multipart':
      return isJsonObject(value) ? await writeMultipart(value) : undefined;
    case 'text':
      return write(typeof value === 'string' ? value : JSON.stringify(value));
    case 'binary':
      return typeof value === 'string' ? write(value) : undefined;
    case 'xml':
      return undefined;
  }
}

/** Objects are written by `deepObject` where the document says so, lists as repeated fields. */
function writeForm(fields: object, { encoding }: Media): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => {
    const isDeep = encoding?.get(name)?.style === 'deepObject';
    if (isDeep) return writeDeep(name, value);
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) => [name, textOf(item)]);
  });
  return new URLSearchParams(pairs).toString();
}

async function writeMultipart(fields: object): Promise<WrittenBody> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) form.append(name, partOf(item));
  }
  const response = new Response(form);
  const contentType = response.headers.get('content-type') ?? '';
  return { contentType, bytes: new Uint8Array(await response.arrayBuffer()) };
}

function partOf(value: unknown): string | Blob {
  const isScalar = typeof value !== 'object' || value === null;
  return isScalar ? textOf(value) : new Blob([textOf(value)], { type: 'application/json' });
}
