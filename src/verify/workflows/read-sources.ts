import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { load } from 'js-yaml';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { WorkflowsError } from './workflows-error.ts';

/** What an Arazzo file describes, as far as it says which servers its workflows need. */
export interface ArazzoOutline {
  readonly file: string;
  /** Files or URLs of its OpenAPI descriptions by name. */
  readonly sources: ReadonlyMap<string, string>;
  readonly workflows: readonly WorkflowOutline[];
  /** Texts that its inputs have unless they are given, such as that of a token. */
  readonly defaults: ReadonlySet<string>;
}

export interface WorkflowOutline {
  readonly id: string;
  /** Names of the OpenAPI descriptions that its steps use. */
  readonly sources: readonly string[];
}

/** Reads which APIs the workflows of an Arazzo file ask. Throws WorkflowsError for a file that is none. */
export async function readSources(file: string): Promise<ArazzoOutline> {
  const document = await readYaml(file);
  if (!isJsonObject(document) || !Array.isArray(document.workflows)) {
    throw new WorkflowsError(
      `${file}: expected an Arazzo description with workflows, found none. Correct its root in redocly.yaml.`,
    );
  }
  const { sourceDescriptions = [], workflows } = document;
  const described = Array.isArray(sourceDescriptions) ? sourceDescriptions : [];
  const sources = new Map(
    described.flatMap((source): [string, string][] => {
      if (!isJsonObject(source) || source.type === 'arazzo') return [];
      return [[String(source.name), resolveFile(file, String(source.url))]];
    }),
  );
  const names = [...sources.keys()];
  return {
    file,
    sources,
    defaults: findDefaults(workflows),
    workflows: workflows.filter(isJsonObject).map((workflow) => ({
      id: String(workflow.workflowId),
      sources: findUsed(JSON.stringify(workflow), names),
    })),
  };
}

function findDefaults(workflows: readonly unknown[]): ReadonlySet<string> {
  const inputs = workflows
    .filter(isJsonObject)
    .flatMap((workflow) => (isJsonObject(workflow.inputs) ? [workflow.inputs.properties] : []))
    .flatMap((properties) => Object.values(Object(properties)))
    .filter(isJsonObject);
  return new Set(inputs.flatMap(({ default: text }) => (typeof text === 'string' ? [text] : [])));
}

/** With a single description, steps need not name it. */
function findUsed(text: string, names: readonly string[]): string[] {
  if (names.length === 1) return [...names];
  const used = [...text.matchAll(/\$sourceDescriptions\.([\w-]+)/g)].map(([, name]) => name);
  return names.filter((name) => used.includes(name));
}

function resolveFile(file: string, url: string): string {
  return URL.canParse(url) ? url : resolve(dirname(file), url);
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return load(await readFile(file, 'utf8'));
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new WorkflowsError(`${file} cannot be read: ${told}.`, { cause: error });
  }
}
