import type { Defect } from '../contract/defects/defect.ts';
import { createExampleCheck } from '../contract/defects/find-defects.ts';
import { findExamples } from '../contract/defects/find-examples.ts';
import { createUseFinder } from '../contract/defects/find-uses.ts';
import { formatDefects } from '../contract/defects/format-defects.ts';
import type { Contract } from '../contract/model/contract.ts';
import type { ContractTest } from './contract-test.ts';
import { ContractTestError } from './contract-test-error.ts';

/** Makes a test of each example that a contract has: of bodies, parameters, headers and schemas. */
export function createExampleTests(
  contract: Contract,
  schemaDefects: readonly Defect[],
): ContractTest[] {
  const check = createExampleCheck(contract, schemaDefects);
  const findUses = createUseFinder(contract.document);
  return findExamples(contract.document).flatMap((exampled) =>
    exampled.examples.map((example) => ({
      name: `an example of ${findUses(example.pointer)[0] ?? 'no operation'} keeps its schema, at #${example.pointer}`,
      run: async () => {
        const found = check({ ...exampled, examples: [example] });
        // A schema that cannot be enforced has no say.
        const broken = found.filter(({ kind }) => kind === 'example');
        if (broken.length > 0) throw new ContractTestError(await formatDefects(contract, broken));
      },
    })),
  );
}
