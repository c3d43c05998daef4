import type { ErrorObject } from 'ajv';
import { escapeToken, unescapeToken } from './json-cursor.ts';
import type { MessagePart, Violation } from './violation.ts';

/** Violation that an error of the schema validator stands for. */
export function toViolation(error: ErrorObject, part: MessagePart): Violation {
  if (error.keyword === 'discriminator') return unknownBranch(error, part);
  const missing = error.keyword === 'required' ? error.params.missingProperty : undefined;
  return {
    in: part,
    pointer:
      missing === undefined ? error.instancePath : `${error.instancePath}/${escapeToken(missing)}`,
    keyword: error.keyword,
    expected: describeExpected(error),
    ...(missing === undefined && { found: error.data }),
  };
}

/** The value that names a branch is what is wrong, not the object that it stands in. */
function unknownBranch({ instancePath, params }: ErrorObject, part: MessagePart): Violation {
  return {
    in: part,
    pointer: `${instancePath}/${escapeToken(params.propertyName)}`,
    keyword: 'discriminator',
    expected: `one of ${JSON.stringify(params.known)}`,
    found: params.found,
  };
}

function describeExpected(error: ErrorObject): string {
  const { keyword, params, schema, message } = error;
  if (keyword === 'type') return [params.type].flat().join(' or ');
  if (keyword === 'required') return 'a value';
  if (keyword === 'enum') return `one of ${JSON.stringify(schema)}`;
  if (keyword === 'const') return JSON.stringify(schema);
  if (keyword === 'format') return `format ${String(schema)}`;
  if (keyword === 'pattern') return `text that matches ${String(schema)}`;
  if (keyword === 'additionalProperties') return `no member "${params.additionalProperty}"`;
  if (keyword === 'unevaluatedProperties') return `no member "${params.unevaluatedProperty}"`;
  if (keyword === 'readOnly') return `no member "${lastToken(error)}" in a request`;
  if (keyword === 'writeOnly') return `no member "${lastToken(error)}" in a response`;
  return (message ?? keyword).replace(/^must NOT have /, 'no ').replace(/^must (be )?/, '');
}

function lastToken({ instancePath }: ErrorObject): string {
  return unescapeToken(instancePath.slice(instancePath.lastIndexOf('/') + 1));
}
