import { describeViolation, formatDescribed } from '../contract/model/describe-violation.ts';
import type { Violation } from '../contract/model/violation.ts';
import { maskText } from '../contract/secrets/mask-text.ts';
import { maskValue } from '../contract/secrets/mask-value.ts';
import { maskViolation } from '../contract/secrets/mask-violation.ts';
import type { SecretContext } from '../contract/secrets/secret-context.ts';
import { MASK } from '../contract/secrets/secret-shape.ts';

/** Formats a violation with the value that was found, unless that is a secret; `hide` hides others in texts. */
export function formatSafely(
  violation: Violation,
  context: SecretContext,
  hide: (text: string) => string,
): string {
  const described = describeViolation(violation);
  const { pointer, keyword, expected } = maskViolation(described, context.isSecret);
  return formatDescribed({
    in: described.in,
    pointer,
    keyword,
    expected,
    ...('found' in described && { found: maskFound(described, context, hide) }),
  });
}

/** Value that was found, without the secrets in it. */
export function maskFound(
  { in: part, pointer, found }: ReturnType<typeof describeViolation>,
  context: SecretContext,
  hide = (text: string) => text,
): unknown {
  const isNamed = pointer.split('/').some((name) => context.isSecret(name));
  const isHeader = part === 'header' && /^\/(?:authorization|cookie|set-cookie)$/i.test(pointer);
  if (found === undefined) return undefined;
  if (found instanceof Uint8Array) return `${found.length} bytes`;
  if (isNamed || isHeader || part === 'cookie') return MASK;
  const { isSecret } = context;
  return maskValue(found, { isSecret, maskText: (text) => maskText(hide(text), context) });
}
