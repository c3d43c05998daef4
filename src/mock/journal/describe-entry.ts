import { describeType } from '../../contract/model/describe-violation.ts';
import { listSeparately } from '../../contract/model/header-reader.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { maskSecretShapes } from '../../contract/secrets/secret-shape.ts';
import type { components } from '../../generated/mock-control/types.ts';
import type { JournalEntry, JournalMessage, NumberedEntry } from './journal-entry.ts';
import { maskFields } from './mask-fields.ts';
import { maskBody } from './mask-message.ts';

type Described = components['schemas']['JournalEntry'];

/** Describes an entry for users: secrets are masked, and invalid values shown by type only. */
export function describeEntry([id, entry]: NumberedEntry): Described {
  const { kind, at, api, operation, method, origin, status, milliseconds, violations } = entry;
  return {
    id,
    kind,
    at: new Date(at - milliseconds).toISOString(),
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

function maskUrl({ path, query, operation: id, pathValues, contract: reference }: JournalEntry) {
  const contract = reference?.deref();
  const operation = contract?.operations.find((candidate) => candidate.id === id);
  const target = query === '' ? path : `${path}?${query}`;
  return maskTarget({ target, contract, operation, pathValues });
}

function describeMessage({ headers, body, size }: JournalMessage): Described['request'] {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const text = bytes && readText(bytes);
  return {
    headers: maskFields(listFields(headers)),
    body: text === undefined ? null : maskBody(text),
    size: size ?? bytes?.length ?? 0,
    isCut: size !== undefined,
  };
}

/** Text of a body, which may end within a character where it is cut; `undefined` for bytes that are no UTF-8. */
function readText(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function listFields(headers: JournalMessage['headers']): [name: string, value: string][] {
  if (!isAlternating(headers)) return listSeparately(headers);
  return Array.from({ length: headers.length >> 1 }, (_, index) => [
    headers[2 * index] ?? '',
    headers[2 * index + 1] ?? '',
  ]);
}

function isAlternating(headers: JournalMessage['headers']): headers is readonly string[] {
  return Array.isArray(headers);
}
