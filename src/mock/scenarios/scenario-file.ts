import { parseSource } from '../../contract/load/parse-source.ts';
import { readSource } from '../../contract/load/read-source.ts';
import { ContractError } from '../../contract/model/contract-error.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';

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
