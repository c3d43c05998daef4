import type { Defect } from '../contract/defects/defect.ts';
import { createExampleCheck } from '../contract/defects/find-defects.ts';
import { type ExampledSchema, findExamples } from '../contract/defects/find-examples.ts';
import { createUseFinder } from '../contract/defects/find-uses.ts';
import { formatDefects } from '../contract/defects/format-defects.ts';
import type { Contract } from '../contract/model/contract.ts';
import type { Direction } from '../contract/model/direction.ts';
import type { ContractTest } from './contract-test.ts';
import { ContractTestError } from './contract-test-error.ts';

/** Makes a test of each example that a contract has: of bodies, parameters, headers and schemas. */
export function createExampleTests(
  contract: Contract,
  schemaDefects: readonly Defect[],
): ContractTest[] {
  const { document } = contract;
  const checks = {
    request: createExampleCheck(contract, schemaDefects, 'request'),
    response: createExampleCheck(contract, schemaDefects, 'response'),
  };
  /** One that cannot be enforced has no say; an example of a schema is good if it is in one direction. */
  const findBroken = (exampled: ExampledSchema, pointer: string): readonly Defect[] => {
    const [first = [], ...others] = directionsOf(pointer)
      .values()
      .map((direction) => checks[direction](exampled).filter(({ kind }) => kind === 'example'));
    return others.some(({ length }) => length === 0) ? [] : first;
  };
  const findUses = createUseFinder(document);
  return findExamples(document).flatMap((exampled) =>
    exampled.examples.map((example) => ({
      name: `an example of ${findUses(example.pointer)[0] ?? 'no operation'} keeps its schema, at #${example.pointer}`,
      run: async () => {
        const broken = findBroken({ ...exampled, examples: [example] }, example.pointer);
        if (broken.length > 0) throw new ContractTestError(await formatDefects(contract, broken));
      },
    })),
  );
}

/** What is sent where an example stands; a schema may be of both. */
function directionsOf(pointer: string): readonly Direction[] {
  const [place] =
    pointer.match(/\/(?:requestBod(?:y|ies)|responses|parameters)\/(?!.*\/schema\/)/) ?? [];
  if (place === undefined) return ['response', 'request'];
  return place === '/responses/' ? ['response'] : ['request'];
}
