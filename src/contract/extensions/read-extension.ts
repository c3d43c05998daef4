import type { Contract, Operation } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import { dataAt, escapeToken, type JsonCursor, openDocument } from '../model/json-cursor.ts';
import { openOperation } from './open-operation.ts';
import {
  type EnvelopeFacts,
  type PagingFacts,
  type Parsed,
  parseEnvelope,
  parseIdempotence,
  parsePaging,
  parseSampleParameters,
} from './parse-extension.ts';

/** Reads `x-pagination` of an operation. Throws ContractError where it is malformed, or names a parameter that is not there. */
export function readPaging(contract: Contract, operation: Operation): PagingFacts | undefined {
  const known = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  const place = openOperation(contract.document, operation);
  return read(place, 'x-pagination', (value) => parsePaging(value, known));
}

/** Reads `x-envelope` at the root of a contract. Throws ContractError where it is malformed. */
export function readEnvelope(contract: Contract): EnvelopeFacts | undefined {
  return read(openDocument(contract.document), 'x-envelope', parseEnvelope);
}

/** Reads `x-idempotent` of an operation. Throws ContractError where it is neither true nor false. */
export function readIdempotence(contract: Contract, operation: Operation): boolean | undefined {
  return read(openOperation(contract.document, operation), 'x-idempotent', parseIdempotence);
}

/**
 * Reads `x-sample-parameters` of an operation: names of optional parameters without which a request would be refused, for a reason that
 * no schema tells. Throws ContractError where it is malformed; whether the operation has them, lint says.
 */
export function readSampleParameters(contract: Contract, operation: Operation): readonly string[] {
  const place = openOperation(contract.document, operation);
  return read(place, 'x-sample-parameters', parseSampleParameters) ?? [];
}

function read<Facts>(
  cursor: JsonCursor,
  name: string,
  parse: (value: unknown) => Parsed<Facts>,
): Facts | undefined {
  const place = dataAt(cursor, name);
  if (place === undefined) return undefined;
  const parsed = parse(place.node);
  if ('facts' in parsed) return parsed.facts;
  const { keys, message } = parsed.defect;
  const pointer = place.pointer + keys.map((key) => `/${escapeToken(key)}`).join('');
  throw new ContractError(message, { pointer });
}
