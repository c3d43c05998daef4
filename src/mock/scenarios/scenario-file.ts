import { parseSource } from '../../contract/load/parse-source.ts';
import { readSource } from '../../contract/load/read-source.ts';
import { ContractError } from '../../contract/model/contract-error.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';

/** Parsed scenario file; `compileScenarios` checks its entries. */
export interface ScenarioFile {
  readonly file: string;
  /** Unchecked scenarios by name. */
  readonly entries: Readonly<Record<string, unknown>>;
}

/** Reads a YAML or JSON scenario file; throws ContractError if its root is not an object. */
export async function loadScenarioFile(file: string): Promise<ScenarioFile> {
  const { value } = parseSource(file, await readSource(file, false));
  if (!isJsonObject(value)) {
    throw new ContractError(`${file}: expected scenarios by their names, found ${typeof value}.`);
  }
  return { file, entries: value };
}
