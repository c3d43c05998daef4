import { maskLinks } from './mask-links.ts';
import { maskPairs } from './mask-pairs.ts';
import type { SecretContext } from './secret-context.ts';
import type { IsSecret } from './secret-name.ts';
import { maskSecretShapes } from './secret-shape.ts';

/** Masks secrets in a text of any form: in links, behind secret names, and by their shape. */
export function maskText(text: string, context: SecretContext): string {
  return maskSecretShapes(maskUnshaped(text, context));
}

/** Masks secrets in links and behind secret names, for a caller that looks for their shapes in all of a text. */
export function maskUnshaped(text: string, { isSecret, contract }: SecretContext): string {
  return maskPairs(maskLinks(text, contract), isSecret);
}

/** Masks secrets behind their names and by their shape; a path such as a JSON Pointer is no link. */
export function maskNamed(text: string, isSecret: IsSecret): string {
  return maskSecretShapes(maskPairs(text, isSecret));
}
