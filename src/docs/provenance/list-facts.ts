import { readProvenance } from '../../contract/load/read-message.ts';
import type { Contract, Provenance } from '../../contract/model/contract.ts';
import {
  child,
  escapeToken,
  isJsonObject,
  openDocument,
} from '../../contract/model/json-cursor.ts';
import { DATA_KEYS, NAME_MAPS } from '../reference/document-keys.ts';

/** Part of a contract whose source is named. */
export interface SourcedFact {
  /** Keys from the root of the document. */
  readonly keys: readonly string[];
  readonly pointer: string;
  readonly provenance: Provenance;
}

/** Lists the parts of a contract that have an `x-provenance`, in document order. */
export function listFacts({ document }: Contract): SourcedFact[] {
  return collect(document, [], false);
}

function collect(node: unknown, keys: readonly string[], isMap: boolean): SourcedFact[] {
  if (Array.isArray(node)) {
    const isData = keys.at(-1) === 'examples';
    return isData ? [] : node.flatMap((item, index) => collect(item, [...keys, `${index}`], false));
  }
  if (!isJsonObject(node)) return [];
  const inner = Object.entries(node).flatMap(([key, value]) => {
    if (isMap) return collect(value, [...keys, key], false);
    if (DATA_KEYS.has(key) || key.startsWith('x-')) return [];
    return collect(value, [...keys, key], NAME_MAPS.has(key) && !Array.isArray(value));
  });
  const own = isMap ? undefined : readProvenance(child(openDocument(node), 'x-provenance'));
  if (own === undefined) return inner;
  const pointer = keys.map((key) => `/${escapeToken(key)}`).join('');
  return [{ keys, pointer, provenance: own }, ...inner];
}
