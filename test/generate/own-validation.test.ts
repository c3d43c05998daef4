import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { bodyFormat } from '../../src/contract/model/media-type.ts';
import { type AnswerCase, listAnswerCases } from '../../src/contract-tests/answer-cases.ts';
import { listMethods } from '../../src/generate/list-methods.ts';
import * as cloudreve from '../../src/generated/cloudreve/validation.ts';
import * as craftkit from '../../src/generated/craftkit/validation.ts';
import * as crego from '../../src/generated/crego/validation.ts';
import * as mockControl from '../../src/generated/mock-control/validation.ts';
import * as zohoWriter from '../../src/generated/zoho-writer/validation.ts';
import { OWN_CONTRACTS } from '../support/own-project.ts';

/** Methods of a generated module. */
type Methods = Readonly<Record<string, object>>;

const MODULES: ReadonlyMap<string, Methods> = new Map<string, Methods>([
  ['cloudreve', cloudreve],
  ['craftkit', craftkit],
  ['crego', crego],
  ['mock-control', mockControl],
  ['zoho-writer', zohoWriter],
]);

/** Operations that answer any JSON, such as the content of a file. */
const OPEN: readonly string[] = ['getFileContent'];

for (const { name, contract: file } of OWN_CONTRACTS) {
  const contract = await loadContract(file);
  const methods = listMethods(contract);
  const module = MODULES.get(name) ?? {};

  describe(`validation of ${name}`, () => {
    test('has each method of the client', () => {
      expect(Object.keys(module).sort()).toEqual(methods.map((method) => method.name).sort());
    });

    const cases = listAnswerCases(contract).filter(
      ({ media, example }) => example !== undefined && bodyFormat(media?.type ?? '') === 'json',
    );
    const closed = cases.filter(({ operation }) => !OPEN.includes(operation.id));
    test.each(closed)('refuses another value than the example $title', (answer) => {
      const schema = schemaOf(answer);
      expect(schema.safeParse(breakValue(answer.example?.value)).success).toBe(false);
    });

    test.each(cases)('accepts the example $title', (answer) => {
      expect(schemaOf(answer).safeParse(answer.example?.value).error).toBeUndefined();
    });

    function schemaOf({ operation, status }: AnswerCase): z.ZodMiniType {
      const method = methods.find((each) => each.operation.id === operation.id);
      const responses: unknown = Reflect.get(Object(module[method?.name ?? '']), 'responses');
      const schema: unknown = Reflect.get(Object(responses), status);
      if (!(schema instanceof z.ZodMiniType)) throw new Error(`There is no schema of ${status}.`);
      return schema;
    }
  });
}

/** Changes the type of the value. */
function breakValue(value: unknown): unknown {
  return typeof value === 'object' ? 'no object' : { value };
}
