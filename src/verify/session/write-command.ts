import { type SentRequest, toCurl } from '../../cases/sent-request.ts';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import { maskBody } from '../../contract/secrets/mask-body.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { secretContextOf } from '../../contract/secrets/secret-context.ts';

/** Headers that are no secret, and that an answer may depend on. */
const SCHEME = /^(\w+)\s/;

/** Writes a request as a command, with its secrets masked. */
export function writeCommand(
  contract: Contract,
  operation: Operation,
  base: string,
  { method, target, headers, body }: SentRequest,
  path: Readonly<Record<string, unknown>>,
): string {
  const context = secretContextOf(contract);
  const pathValues = Object.fromEntries(
    Object.entries(path).map(([name, value]) => [name, encodeURIComponent(String(value))]),
  );
  const masked = Object.entries(headers).map(([name, value]) => {
    const isSecret =
      /^(?:authorization|proxy-authorization|cookie)$/i.test(name) || context.isSecret(name);
    const [, scheme] = SCHEME.exec(value) ?? [];
    return [name, isSecret ? [scheme, '***'].filter((one) => one !== undefined).join(' ') : value];
  });
  return toCurl(base, {
    method,
    target: maskTarget({ target, contract, operation, pathValues }),
    headers: Object.fromEntries(masked),
    ...(body !== undefined && {
      body:
        typeof body === 'string' ? maskBody(body, headers['content-type'] ?? '', context) : body,
    }),
  });
}
