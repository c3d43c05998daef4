import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { writeKeyName, writeLiteral, writeOptionalAccess } from './write-code.ts';
import { listOddMembers, type Writing } from './writing.ts';

/** Lines that take the sent item out of the body, and the members that it adds to an item. */
export function writeSent(
  known: CollectionOperation,
  writing: Writing,
): { lines: string[]; members: string[] } {
  const { operation, requestEnvelope } = known;
  if (operation.body === undefined) return { lines: [], members: [] };
  const body = writing.isTyped ? 'body' : 'Object(body)';
  const whole = writeOptionalAccess(body, requestEnvelope);
  const odd = listOddMembers(known, writing);
  if (odd.length === 0) return { lines: [], members: [`...${whole}`] };
  const names = odd.map(({ name }, index) => `${writeKeyName(name)}: odd${index + 1}`);
  const isSure = operation.body.required && requestEnvelope.length === 0;
  return {
    lines: [
      '// These are sent in another form than they are answered in.',
      `const { ${names.join(', ')}, ...sent } = ${isSure ? whole : `${whole} ?? {}`};`,
    ],
    members: [
      '...sent',
      ...odd.flatMap(({ name, values }, index) => {
        const code = `odd${index + 1}`;
        if (values === undefined) return [];
        return [
          `...(isOneOf(${code}, ${writeLiteral(values)}) && { ${writeKeyName(name)}: ${code} })`,
        ];
      }),
    ],
  };
}
