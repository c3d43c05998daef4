import { useEffect, useState } from 'preact/hooks';
import type { ShareList, ShareListState } from '../shares/share-list.ts';

/** Gives the state of a list, and renders again when it changes. */
export function useList(list: ShareList): ShareListState {
  const [state, setState] = useState(list.read);
  useEffect(() => list.subscribe(() => setState(list.read())), [list]);
  return state;
}
