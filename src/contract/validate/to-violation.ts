import type { ErrorObject } from 'ajv';
import { escapeToken, unescapeToken } from '../model/json-cursor.ts';
import type { MessagePart, Rule, Violation } from '../model/violation.ts';

/**
 * Converts an error of ajv; the pointer leads to the missing or hidden member, not to its owner.
 */
export function toViolation(error: ErrorObject, part: MessagePart): Violation {
  const { keyword, params, message, instancePath: path, data } = error;
  const rule: Rule = { keyword, params, message };
  switch (keyword) {
    case 'required':
      return { in: part, pointer: `${path}/${escapeToken(params.missingProperty)}`, rule };
    case 'discriminator': {
      // The value of the discriminator is wrong, not the object that has it.
      const pointer = `${path}/${escapeToken(params.propertyName)}`;
      return { in: part, pointer, rule, found: params.found };
    }
    case 'readOnly':
    case 'writeOnly': {
      const property = unescapeToken(path.slice(path.lastIndexOf('/') + 1));
      return { in: part, pointer: path, rule: { ...rule, params: { property } }, found: data };
    }
    default:
      return { in: part, pointer: path, rule, found: data };
  }
}
