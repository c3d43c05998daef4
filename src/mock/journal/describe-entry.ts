import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { maskSecretShapes } from '../../contract/secrets/secret-shape.ts';
import { describeType } from '../../contract/violation.ts';
import type { components } from '../../generated/mock-control/types.ts';
import type { JournalEntry, JournalMessage } from './journal.ts';
import { maskBody, maskFields } from './mask-message.ts';

type Described = components['schemas']['JournalEntry'];

/** Entry as it is shown, secrets masked; of a value that breaks the contract only its type is told. */
export function describeEntry(entry: JournalEntry): Described {
  const { id, kind, at, api, operation, method, origin, status, milliseconds, violations } = entry;
  return {
    id,
    kind,
    at: new Date(at).toISOString(),
    api: api ?? null,
    operation: operation ?? null,
    method,
    url: origin + maskUrl(entry),
    status: status ?? null,
    milliseconds: Math.round(milliseconds * 1000) / 1000,
    violations: violations.map(({ in: part, pointer, keyword, expected, found }) => ({
      in: part,
      pointer: maskSecretShapes(pointer),
      keyword,
      expected: maskSecretShapes(expected),
      found: describeType(found),
    })),
    request: describeMessage(entry.request),
    response: entry.response === undefined ? null : describeMessage(entry.response),
  };
}

function maskUrl({ target, operation: id, pathValues, contract: reference }: JournalEntry): string {
  const contract = reference?.deref();
  const operation = contract?.operations.find((candidate) => candidate.id === id);
  return maskTarget({ target, contract, operation, pathValues });
}

function describeMessage({ headers, body, size }: JournalMessage): Described['request'] {
  const text = body === undefined ? null : Buffer.from(body).toString();
  return {
    headers: maskFields(headers()),
    body: text && maskBody(text),
    size,
    isCut: size > (body?.length ?? 0),
  };
}
