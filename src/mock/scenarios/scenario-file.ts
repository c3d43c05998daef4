import { ContractError } from '../../contract/contract-error.ts';
import { isJsonObject } from '../../contract/json-cursor.ts';
import { parseSource } from '../../contract/parse-source.ts';
import { readSource } from '../../contract/read-source.ts';

/** Parsed file of scenarios, which nobody has checked yet. */
export interface ScenarioFile {
  readonly file: string;
  /** What the file says of each scenario, by its name. */
  readonly entries: Readonly<Record<string, unknown>>;
}

/** Reads a YAML or JSON file of scenarios; throws ContractError for one that is no mapping. */
export async function loadScenarioFile(file: string): Promise<ScenarioFile> {
  const { value } = parseSource(file, await readSource(file, false));
  if (!isJsonObject(value)) {
    throw new ContractError(`${file}: expected scenarios by their names, found ${typeof value}.`);
  }
  return { file, entries: value };
}
