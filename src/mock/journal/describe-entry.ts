import type { Contract } from '../../contract/model/contract.ts';
import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import { maskBody } from '../../contract/secrets/mask-body.ts';
import { maskFields } from '../../contract/secrets/mask-fields.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { maskViolation } from '../../contract/secrets/mask-violation.ts';
import { type SecretContext, secretContextOf } from '../../contract/secrets/secret-context.ts';
import type { components } from '../../generated/mock-control/types.ts';
import { hideFound } from './hide-found.ts';
import type { JournalEntry, JournalMessage, NumberedEntry } from './journal-entry.ts';
import { listFields } from './list-fields.ts';

type Described = components['schemas']['JournalEntry'];

/** Describes an entry for users: secrets are masked, and invalid values shown by type only. */
export function describeEntry([id, entry]: NumberedEntry): Described {
  const { kind, at, api, operation, method, origin, status, milliseconds, violations } = entry;
  const contract = entry.contract?.deref();
  const context = secretContextOf(contract);
  return {
    id,
    kind,
    at: new Date(at - milliseconds).toISOString(),
    api: api ?? null,
    operation: operation ?? null,
    method,
    url: origin + maskUrl(entry, contract),
    status: status ?? null,
    milliseconds: Math.round(milliseconds * 1000) / 1000,
    violations: violations.map((violation) => maskViolation(violation, context.isSecret)),
    request: describeMessage(entry.request, context, []),
    response:
      entry.response === undefined ? null : describeMessage(entry.response, context, violations),
  };
}

function maskUrl(
  { path, query, operation: id, pathValues }: JournalEntry,
  contract: Contract | undefined,
) {
  const operation = contract?.operations.find((candidate) => candidate.id === id);
  const target = query === '' ? path : `${path}?${query}`;
  return maskTarget({ target, contract, operation, pathValues });
}

/** Describes a message, which may quote what was found in another one. */
function describeMessage(
  { headers, body, size }: JournalMessage,
  context: SecretContext,
  quoted: readonly DescribedViolation[],
): Described['request'] {
  const fields = listFields(headers).map(
    ([name, value]) => [name, hideFound(value, quoted)] as const,
  );
  const [, type = ''] = fields.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const text = bytes && readText(bytes);
  return {
    headers: maskFields(fields, context),
    body: text === undefined ? null : maskBody(hideFound(text, quoted), type, context),
    size: size ?? bytes?.length ?? 0,
    isCut: size !== undefined,
  };
}

/**
 * Text of a body, which may end within a character where it is cut; `undefined` for bytes that are no UTF-8, or hold a
 * NUL as those of UTF-16 do, among which no name would be found.
 */
function readText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
