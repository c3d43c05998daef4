import { describe, expect, test } from 'vitest';
import { createContractCheck } from '../../src/cli/check-contracts.ts';
import type { Contract } from '../../src/contract/model/contract.ts';
import { ContractError } from '../../src/contract/model/contract-error.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';

const BROKEN = 'paths: {}\ncomponents: { schemas: { A: { type: text } } }\n';

/** What the check of a foreign or an own contract says, beside serving it. */
async function sayBeside(contract: Contract, isOwn: boolean): Promise<unknown[]> {
  const said: unknown[] = [];
  const { checkBeside } = createContractCheck({ isOwn, isStrict: false }, (one) => said.push(one));
  await checkBeside(contract);
  return said;
}

describe('a check beside serving', () => {
  test.each([
    ['an error', new TypeError('no place')],
    ['an overflow of the stack', new RangeError('Maximum call stack size exceeded')],
    ['an error of a contract', new ContractError('no place')],
    ['no error at all', 'no place'],
  ])('that fails with %s only says so', async (_what, failure) => {
    const contract = await contractFromYaml(BROKEN);
    const locate = () => Promise.reject(failure);
    const said = await sayBeside({ ...contract, locate }, false);
    expect(said).toEqual([`${contract.file} is served, but could not be checked:`, failure]);
  });

  test('that cannot read the document only says so', async () => {
    const contract = await contractFromYaml(BROKEN);
    const document = new Proxy(contract.document, {
      ownKeys: () => {
        throw new Error('unreadable');
      },
    });
    for (const isOwn of [true, false]) {
      const said = await sayBeside({ ...contract, document }, isOwn);
      expect(said).toEqual([expect.stringContaining('could not be checked'), expect.any(Error)]);
    }
  });

  test('refuses an own contract for what it finds', async () => {
    const contract = await contractFromYaml(BROKEN);
    await expect(sayBeside(contract, true)).rejects.toThrow(ContractError);
  });

  test('finds nothing wrong with names in examples', async () => {
    const example = '{ value: { $id: "http://{domain}/m", $anchor: "1 2" } }';
    const contract = await contractFromYaml(
      `paths: { /a: { get: { responses: { "200": { description: D, content: { application/json: { schema: { example: { $id: "http://{domain}/m" } }, examples: { a: ${example}, b: ${example} } } } } } } } }\n`,
    );
    expect(await sayBeside(contract, false)).toEqual([]);
  });

  test('says of a schema that applies itself to the same value that it has no end', async () => {
    const contract = await contractFromYaml(
      'paths: {}\ncomponents: { schemas: { A: { allOf: [{ $ref: "#/components/schemas/A" }] } } }\n',
    );
    const said = await sayBeside(contract, false);
    expect(said).toEqual([expect.stringContaining('found one that contains itself')]);
  });
});
