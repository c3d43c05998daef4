import { createContractTests } from '../../src/contract-tests/create-contract-tests.ts';
import { type ApiOutcome, runContractTests } from '../../src/contract-tests/run-contract-tests.ts';
import type { MockApi } from '../../src/mock/create-mock.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';

/** Makes the contract tests of a contract, served as a file of somebody else's, and runs them. */
export async function testYaml(yaml: string, more: Partial<MockApi> = {}) {
  const contract = await contractFromYaml(yaml);
  const api = { name: 'notes', mount: '', contract, brokenAnswers: 'report', ...more } as const;
  const found = await createContractTests(api);
  const outcome: ApiOutcome = await runContractTests(found);
  return { ...outcome, names: found.tests.map(({ name }) => name) };
}

/** Contract with one operation of each kind that is tested. */
export const NOTES = `security: [{ token: [] }]
paths:
  /notes/{id}:
    get:
      operationId: getNote
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: lang, in: query, required: true, schema: { enum: [en, de] } }
        - { name: X-Page, in: header, schema: { type: integer } }
        - { name: ids, in: query, schema: { type: array, items: { type: integer } } }
      responses:
        "200":
          description: Note.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Note" }
              examples:
                short: { value: { id: 1, text: a } }
                "long, or so": { value: { id: 2, text: aaaa } }
            text/plain:
              schema: { type: string }
              example: a
        4XX:
          description: Refusal.
          content: { application/json: { schema: { type: object }, example: { error: a } } }
        default: { description: Failure. }
  /notes:
    post:
      operationId: addNote
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } }
      responses:
        "201":
          description: Note.
          content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
  schemas:
    Note:
      type: object
      required: [id, text]
      properties:
        id: { type: integer, readOnly: true }
        text: { type: string, minLength: 1 }
      additionalProperties: false
`;
