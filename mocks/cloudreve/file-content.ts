import { fail } from './envelope.ts';
import { NO_ENTITY } from './file-ids.ts';
import { mediaTypeOf } from './media-types.ts';
import { isSigned } from './signature.ts';
import { nameOf } from './source-file.ts';
import type { FileRow, Handlers } from './tables.ts';

/** Limit on the content of a file; a row may claim any size. */
const MAX_BYTES = 64 * 1024 * 1024;
const EMPTY = { uri: '', size: 0 };

/** Handler that answers the content of a file at a signed address. */
export const contentHandlers: Handlers = {
  getFileContent: (call) => {
    const { entity, speed, name } = call.path;
    const { sign = '', download = '' } = call.query;
    const path = `/api/v4/file/content/${entity}/${speed}/${name}`;
    if (!isSigned(path, sign, call.now)) return fail(call, 40071, 'sign expired');
    const file = entity === NO_ENTITY ? EMPTY : call.tables.files.list('entity', entity)[0];
    if (file === undefined) return fail(call, 40077, 'Entity not exist');
    return {
      status: 200,
      mediaType: mediaTypeOf(name),
      headers: {
        'cache-control': 'public, max-age=86400',
        ...(download !== '' && { 'content-disposition': attach(name) }),
      },
      body: makeUp(file),
    };
  },
};

/** Makes up the content of a file: its name, over and over. */
function makeUp({ uri, size }: Pick<FileRow, 'uri' | 'size'>): Uint8Array {
  return Buffer.alloc(Math.min(size, MAX_BYTES), `${nameOf(uri)}\n`);
}

/** Names a download, a second time where ASCII cannot, https://www.rfc-editor.org/rfc/rfc6266#section-4.3. */
function attach(name: string): string {
  const plain = name.replaceAll(/[^ -~]|["\\]/gu, '_');
  const extended = new URLSearchParams({ name }).toString().slice('name='.length);
  return plain === name
    ? `attachment; filename="${name}"`
    : `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}
