/** What the ids of a file follow from. */
interface Identified {
  readonly uri: string;
  readonly size: number;
  readonly id?: string;
  readonly entity?: string;
}

/** Id of the content of folders and empty files, which store none; as recorded. */
export const NO_ENTITY = '2Au4';

/** Returns the id of a file: its own, or one that always follows from its URI. */
export function fileIdOf({ uri, id }: Identified): string {
  return id ?? deriveId(`file ${uri}`);
}

/** Returns the id of the content of a file. */
export function entityIdOf({ uri, size, entity }: Identified): string {
  return entity ?? (size > 0 ? deriveId(`entity ${uri}`) : NO_ENTITY);
}

/** Returns the root of the file system that a file lies in. */
export function rootOf(uri: string): string {
  return uri.split('/', 3).join('/');
}

/** Letters and digits that always follow from a text. */
function deriveId(text: string): string {
  const { hash } = process.getBuiltinModule('node:crypto');
  return hash('sha256', text, 'base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 6);
}
