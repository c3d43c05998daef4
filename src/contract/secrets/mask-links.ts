import type { Contract } from '../model/contract.ts';
import { maskTarget } from './mask-target.ts';

/** URL with a path or a query, or a path; each begins where a word does. */
const LINK = /(?<![^\s"'`<>()[\],;])([a-z][a-z\d+.-]{0,30}:\/\/[^\s"'`<>/?]+)?([/?][^\s"'`<>]+)/gi;

/** Masks secrets in the links of a text: those of the contract, and what looks like the link of a share anywhere. */
export function maskLinks(text: string, contract: Contract | undefined): string {
  if (!/[/?]/.test(text)) return text;
  const unknown = { operation: undefined, pathValues: undefined };
  return text.replaceAll(LINK, (_link, origin: string = '', target: string) => {
    const known = contract === undefined ? target : maskTarget({ ...unknown, target, contract });
    return origin + maskTarget({ ...unknown, target: known, contract: undefined });
  });
}
