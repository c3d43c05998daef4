import { describe, expect, test } from 'vitest';
import type { MockApi } from '../../src/mock/create-mock.ts';
import type { ClientSchemas } from '../../src/prove/enforcers/client-validation.ts';
import { loadSchemas } from '../../src/prove/enforcers/load-schemas.ts';
import { createMockAnswers } from '../../src/prove/enforcers/mock-answers.ts';
import { createMockRequests } from '../../src/prove/enforcers/mock-requests.ts';
import { createVerifyAnswers } from '../../src/prove/enforcers/verify-answers.ts';
import { listMessages } from '../../src/prove/messages/list-messages.ts';
import type { Proof } from '../../src/prove/proof.ts';
import { proveContract } from '../../src/prove/prove-contract.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';

const NOTES = `paths:
  /notes/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string, pattern: "^[a-z]+$" }, example: abc }
    put:
      operationId: putNote
      security: [{ token: [] }]
      parameters:
        - { name: depth, in: query, schema: { type: integer, minimum: 1, maximum: 3 } }
        - { name: X-Trace, in: header, required: true, schema: { type: string, format: uuid } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties:
                text: { type: string, maxLength: 5 }
                rank: { type: [integer, "null"], minimum: 0 }
              not: { required: [text, rank], properties: { rank: { type: string } } }
            example: { text: hello, rank: null }
      responses:
        "200":
          description: Note.
          headers: { X-Left: { required: true, schema: { type: integer, minimum: 0 } } }
          content:
            application/json:
              schema: { type: array, minItems: 1, items: { anyOf: [{ type: integer }, { const: none }] } }
              example: [1]
        "204": { description: Nothing. }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
`;

describe('proof of a contract', () => {
  test('finds that everything is refused', async () => {
    const proof = await prove(NOTES);
    expect(outline(proof)).toMatchInlineSnapshot(`
      [
        "mock requests: 19/19, 9/9 allowed {}",
        "mock answers: 13/13, 5/5 allowed {}",
        "client validation: 23/23, 12/12 allowed {"it has no value of a caller":3,"it is about the status":1,"it is about the header":4,"the client reads no body here":1}",
        "verify: 12/12, 5/5 allowed {"HTTP has no body with 204":1}",
      ]
    `);
    expect(proof.scores.flatMap(({ survivors }) => survivors)).toEqual([]);
  });

  test('lists the rules that nothing breaks', async () => {
    const { unbroken } = await prove(NOTES);
    expect(
      unbroken.map(({ where, reason, constraint: { keyword, detail = '' } }) =>
        [where, keyword, detail, reason].join(' | '),
      ),
    ).toMatchInlineSnapshot(`
      [
        "path id | type |  | text cannot say it",
        "path id | type | null | text cannot say it",
        "query depth | type | null | text cannot say it",
        "header X-Trace | type |  | text cannot say it",
        "header X-Trace | type | null | text cannot say it",
        "answer 200 header /x-left | type | null | text cannot say it",
      ]
    `);
  });

  test.each([
    ['schemas that take anything', {}],
    [
      'schemas that refuse everything',
      { putNote: { body: refusing(), responses: { 200: refusing() } } },
    ],
  ])('tells %s from those that keep the contract', async (_, schemas: ClientSchemas) => {
    const { scores } = await prove(NOTES, schemas);
    const client = scores.find(({ enforcer }) => enforcer === 'client validation');
    expect(client?.survivors.map(({ problem, title }) => `${problem}: ${title}`)).toMatchSnapshot();
  });

  test.each([
    ['requests', 'maxLength: 5', 'body /text longer than 5', createMockRequests],
    [
      'answers',
      'minItems: 1',
      'answer 200 application/json body fewer than 1 items',
      createMockAnswers,
    ],
    [
      'servers',
      'minItems: 1',
      'answer 200 application/json body fewer than 1 items',
      ({ contract }: MockApi, bases: Bases) => createVerifyAnswers(contract, bases),
    ],
  ])('sees that a looser check of %s lets something through', async (_, rule, title, create) => {
    const { messages, bases } = await listMessages(await contractFromYaml(NOTES));
    const message = messages.find((one) => one.title === title);
    const judge = async (yaml: string) => {
      const contract = await contractFromYaml(yaml);
      const enforcer = create({ name: 'notes', mount: '/notes', contract }, bases);
      return message && (await enforcer.judge(message));
    };
    expect(await judge(NOTES)).toMatchObject({ isRefused: true, isNamed: true });
    expect(await judge(NOTES.replace(rule, 'deprecated: false'))).toMatchObject({
      isRefused: false,
    });
  });
});

type Bases = Parameters<typeof createMockAnswers>[1];

function refusing() {
  const validate = () => ({ issues: [{ message: 'No.' }] });
  return { '~standard': { version: 1, vendor: 'test', validate } } as const;
}

async function prove(yaml: string, schemas?: ClientSchemas): Promise<Proof> {
  const contract = await contractFromYaml(yaml);
  const loaded =
    schemas === undefined
      ? await loadSchemas(contract, '/nowhere')
      : { schemas, isOfProject: false };
  return proveContract({ name: 'notes', mount: '/notes', contract }, loaded);
}

/** Scores without times. */
function outline({ scores }: Proof) {
  return scores.map(
    ({ enforcer, killed, all, accepted, allowed, excused }) =>
      `${enforcer}: ${killed}/${all}, ${accepted}/${allowed} allowed ${JSON.stringify(excused)}`,
  );
}
