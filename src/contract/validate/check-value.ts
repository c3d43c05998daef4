import type { SchemaPlace } from '../model/contract.ts';
import type { MessagePart, Violation } from '../model/violation.ts';

/** Checks a value against a schema; returns an empty list if it is valid. */
export type SchemaValidator = (
  place: SchemaPlace,
  value: unknown,
  part: MessagePart,
) => readonly Violation[];
