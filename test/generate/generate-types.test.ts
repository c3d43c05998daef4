import { beforeAll, describe, expect, test } from 'vitest';
import { generateTypes } from '../../src/generate/generate-types.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';

const SPEC = `
paths:
  /shares:
    post:
      operationId: createShare
      requestBody:
        content: { application/json: { schema: { $ref: '#/components/schemas/NewShare' } } }
      responses: { "204": { description: Made. } }
webhooks:
  shareOpened:
    post:
      operationId: onShareOpened
      responses: { "204": { description: Taken. } }
components:
  schemas:
    NewShare:
      type: object
      required: [document]
      properties:
        document: { type: string }
        days: { type: integer, default: 7 }
        note: { type: [string, "null"] }
`;

describe('generateTypes', () => {
  let types: string;
  beforeAll(async () => {
    types = await generateTypes(await contractFromYaml(SPEC));
  });

  test('exports each schema under its own name', () => {
    expect(types).toContain(`export type NewShare = components['schemas']['NewShare'];`);
  });

  test.each([
    ['requires what the schema requires', 'document: string;'],
    ['leaves a property with a default optional', 'days?: number;'],
    ['tells null from absent', 'note?: string | null;'],
  ])('%s', (_, property) => {
    expect(lines(types)).toContain(property);
  });

  test.each(['createShare', 'onShareOpened'])('names operation %s', (operationId) => {
    expect(lines(types)).toContain(`post: operations["${operationId}"];`);
    expect(lines(types)).toContain(`${operationId}: {`);
  });

  test('lists webhooks apart from paths', () => {
    expect(types).toMatch(/export interface webhooks \{\n +shareOpened: \{/);
  });
});

function lines(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}
