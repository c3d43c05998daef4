import type { components } from '../../src/generated/cloudreve/types.ts';
import type { World } from './documented.ts';
import { formatInstant } from './instant.ts';
import { parentOf, writeFileUri } from './source-file.ts';
import type { FileRow } from './tables.ts';

type FileInfo = components['schemas']['FileInfo'];

/** Returns the files that the documented answers about files show, as those of a user. */
export function documentedTree(world: World, owner: string): FileRow[] {
  const page = world.example('listFiles', 'documented');
  const files = ['documented', 'documented-folder'].map((key) => world.example('getFileInfo', key));
  const listed = isSuccess(page) ? [page.data.parent, ...page.data.files] : [];
  const shown = files.flatMap((answer) => (isSuccess(answer) ? [answer.data] : []));
  return [...listed, ...shown].map((file) => keep(world, file, owner));
}

/** Keeps a file under its name, from which one documented path differs. */
function keep({ at }: World, file: FileInfo, owner: string): FileRow {
  const folder = parentOf(file.path).replace('cloudreve://my', '');
  const names = [...folder.split('/').filter(Boolean).map(decodeURIComponent), file.name];
  return {
    uri: writeFileUri(owner, names),
    source_type: file.type,
    size: file.size,
    id: file.id,
    ...(file.primary_entity !== undefined && file.size > 0 && { entity: file.primary_entity }),
    created_at: formatInstant(at(file.created_at)),
    updated_at: formatInstant(at(file.updated_at)),
  };
}

function isSuccess<Answer extends { readonly code: number }>(
  answer: Answer,
): answer is Extract<Answer, { readonly code: 0; readonly data: unknown }> {
  return answer.code === 0;
}
