import type { Contract } from '../model/contract.ts';
import { ContractError } from '../model/contract-error.ts';
import { toPlain } from '../model/to-plain.ts';

/** Finds a response example of an operation by key. Throws ContractError if there is none. */
export function readExample({ file, operations }: Contract, id: string, key: string): unknown {
  const examples = operations
    .filter((operation) => operation.id === id)
    .flatMap(({ responses }) => responses.flatMap(({ content }) => content))
    .flatMap((media) => media.examples);
  const found = examples.find((example) => example.key === key);
  if (found !== undefined) return toPlain(found.value);
  const known = [...new Set(examples.map((example) => example.key))].join(', ') || 'none';
  throw new ContractError(
    `${file}: responses of "${id}" have no example "${key}". Known: ${known}.`,
  );
}
