import type { Contract } from '../../contract/model/contract.ts';
import { child, openDocument, text } from '../../contract/model/json-cursor.ts';

/** Reads a text of the `info` of a contract; empty if it has none. */
export function readInfo(
  { document }: Contract,
  key: 'summary' | 'description' | 'version',
): string {
  const info = child(openDocument(document), 'info');
  return (info && text(info, key)) ?? '';
}
