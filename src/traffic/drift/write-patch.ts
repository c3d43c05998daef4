import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseDocument } from 'yaml';
import type { Contract } from '../../contract/model/contract.ts';
import { unescapeToken } from '../../contract/model/json-cursor.ts';
import { isUrl } from '../../contract/model/place.ts';
import { editText } from '../edit/edit-text.ts';
import { writeUnifiedDiff } from '../edit/unified-diff.ts';
import { type DocumentEdit, resolveEdit } from './document-edit.ts';

/**
 * Writes changes of a contract as a unified diff of its files, with paths relative to a folder, in which `git apply` takes it.
 *
 * Gives `undefined` where one of the changes is of a place that no local file has, such as of a URL.
 */
export async function writePatch(
  contract: Contract,
  edits: readonly DocumentEdit[],
  root: string,
): Promise<string | undefined> {
  const texts = new Map<string, { readonly before: string; readonly after: string }>();
  for (const edit of edits) {
    const { source, pointer } = await contract.locate(edit.at);
    if (isUrl(source)) return undefined;
    const known = texts.get(source);
    const before = known?.before ?? (await readFile(source, 'utf8'));
    const text = known?.after ?? before;
    const keys = pointer.split('/').slice(1).map(unescapeToken);
    const resolved = resolveEdit(parseDocument(text).toJS(), keys, edit);
    const after = resolved && editText(text, resolved);
    if (after === undefined) return undefined;
    texts.set(source, { before, after });
  }
  const diffs = [...texts].map(([source, { before, after }]) =>
    writeUnifiedDiff(relative(root, source).replaceAll('\\', '/'), before, after),
  );
  return diffs.join('');
}
