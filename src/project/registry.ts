import { describeType } from '../contract/load/describe-type.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import type { ClientSource } from '../samples/client-source.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import type { Fault } from './fault.ts';

/** Key of an API that holds what this toolkit wants to know of it. */
export const SETTINGS_KEY = 'x-share-contracts';

/** Libraries with which the schemas of an API may be made. */
export const VALIDATION_LIBRARIES = ['zod', 'valibot'] as const;

export type ValidationLibraryName = (typeof VALIDATION_LIBRARIES)[number];

/** What is said of an API beside its contract; paths are relative to the registry. */
export interface Settings {
  readonly mount?: string | false;
  readonly strict?: boolean;
  readonly stateful?: boolean;
  readonly behaviour?: string;
  readonly errors?: string;
  readonly scenarios?: string;
  readonly notes?: string;
  readonly recordings?: string;
  readonly fidelity?: string;
  readonly output?: string;
  readonly validation?: ValidationLibraryName;
  /** Client that samples call; the generated one unless given. */
  readonly client?: ClientSource;
  /** How a server of the API is verified; `verify` reads it. */
  readonly verify?: Readonly<Record<string, unknown>>;
}

/** What is said of the docs site; paths are relative to the registry. */
export interface DocsSettings {
  readonly title?: string;
  readonly home?: string;
  readonly guides?: string | readonly string[];
  readonly more?: string | readonly string[];
  readonly comparison?: string;
}

/** What is said of a project as a whole. */
export interface ProjectSettings {
  readonly docs?: DocsSettings | null;
}

/** The part of a `redocly.yaml` that is about APIs and docs. */
export interface Registry {
  readonly apis?: Readonly<Record<string, RegistryApi>> | null;
  readonly [SETTINGS_KEY]?: ProjectSettings | null;
}

interface RegistryApi {
  readonly root: string;
  readonly [SETTINGS_KEY]?: Settings | null;
}

interface Expectation {
  readonly what: string;
  readonly accepts: (value: unknown) => boolean;
}

/** Segments of URL paths, the first of which is no name of a sandbox; or none. */
const MOUNT = /^\/$|^\/(?!~)[\w.~@-]+(?:\/[\w.~@-]+)*$/;
/** Segment of a URL and of a path; Redocly's names may end in a version, as in `notes@v2`. */
const NAME = /^[a-z\d][\w.@-]*$/i;
/** What a name of an API is, in words. */
export const API_NAME = 'a name of letters, digits and the characters . _ - @';

const FLAG: Expectation = {
  what: 'true or false',
  accepts: (value) => typeof value === 'boolean',
};
const FILE: Expectation = { what: 'the path of a file', accepts: isFilled };
const FOLDER: Expectation = { what: 'the path of a folder', accepts: isFilled };

const SETTINGS: Readonly<Record<keyof Settings, Expectation>> = {
  mount: {
    what: 'a base path such as / or /notes/v2, or false for an API that is not mocked',
    accepts: (value) => value === false || (typeof value === 'string' && MOUNT.test(value)),
  },
  strict: FLAG,
  stateful: FLAG,
  behaviour: FILE,
  errors: FILE,
  scenarios: FILE,
  notes: FILE,
  recordings: FOLDER,
  fidelity: FILE,
  output: FOLDER,
  validation: {
    what: VALIDATION_LIBRARIES.join(' or '),
    accepts: (value) => VALIDATION_LIBRARIES.some((name) => name === value),
  },
  client: {
    what: 'a client by its module and factory, and its options and methods by their names if it needs any',
    accepts: isClientSource,
  },
  verify: { what: 'settings by their names', accepts: isJsonObject },
};

const FILES: Expectation = {
  what: 'the path of a file or folder, or a list of them',
  accepts: (value) => isFilled(value) || (Array.isArray(value) && value.every(isFilled)),
};

const DOCS_SETTINGS: Readonly<Record<keyof DocsSettings, Expectation>> = {
  title: { what: 'a text', accepts: isFilled },
  home: FILE,
  guides: FILES,
  more: FILES,
  comparison: FILE,
};

const PROJECT_SETTINGS: Readonly<Record<keyof ProjectSettings, Expectation>> = {
  docs: { what: 'settings by their names', accepts: isJsonObject },
};

/** Whether a registry may list an API by a name. */
export function isApiName(name: string): boolean {
  return NAME.test(name);
}

/** Whether a parsed file is a registry; `findFaults` says why not. */
export function isRegistry(value: unknown): value is Registry {
  return findFaults(value).length === 0;
}

/**
 * Finds what is wrong with a registry; of an unknown setting, with the nearest one that is known.
 *
 * By hand, because every start reads a registry, and zod takes 60 of its 480 ms to load (November 2026).
 */
export function findFaults(value: unknown): Fault[] {
  if (!isJsonObject(value)) return [expect([], 'a configuration of Redocly', value)];
  const apis = value.apis ?? {};
  if (!isJsonObject(apis)) return [expect(['apis'], 'APIs by their names', apis)];
  return [
    ...Object.entries(apis).flatMap(([name, api]) => findApiFaults(name, api)),
    ...findProjectFaults(value[SETTINGS_KEY] ?? {}),
  ];
}

function findProjectFaults(settings: unknown): Fault[] {
  const path = [SETTINGS_KEY];
  const faults = findSettingFaults(path, settings, PROJECT_SETTINGS);
  if (faults.length > 0 || !isJsonObject(settings)) return faults;
  return findSettingFaults([...path, 'docs'], settings.docs ?? {}, DOCS_SETTINGS);
}

function findApiFaults(name: string, api: unknown): Fault[] {
  const path = ['apis', name];
  if (!isApiName(name)) {
    return [expect(path, API_NAME, name)];
  }
  if (!isJsonObject(api)) return [expect(path, 'an API with its root', api)];
  const { root, [SETTINGS_KEY]: settings } = api;
  return [
    ...(isFilled(root) ? [] : [expect([...path, 'root'], 'the path or URL of a contract', root)]),
    ...findSettingFaults([...path, SETTINGS_KEY], settings ?? {}, SETTINGS),
  ];
}

function findSettingFaults(
  path: readonly string[],
  settings: unknown,
  known: Readonly<Record<string, Expectation>>,
): Fault[] {
  if (!isJsonObject(settings)) return [expect(path, 'settings by their names', settings)];
  return Object.entries(settings).flatMap(([key, value]): Fault[] => {
    const at = [...path, key];
    const expectation = Object.hasOwn(known, key) ? known[key] : undefined;
    if (expectation === undefined) {
      const problem = describeUnknownName('setting', key, Object.keys(known));
      return [{ path: at, problem }];
    }
    const { what, accepts } = expectation;
    return accepts(value) ? [] : [expect(at, what, value)];
  });
}

function isClientSource(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { module, factory, options = {}, methods = {}, ...others } = value;
  const isWhole = isFilled(module) && isFilled(factory) && isJsonObject(options);
  const isNamed = isJsonObject(methods) && Object.values(methods).every(isFilled);
  return isWhole && isNamed && Object.keys(others).length === 0;
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function expect(path: readonly string[], what: string, found: unknown): Fault {
  return { path, problem: `expected ${what}, found ${describe(found)}.` };
}

function describe(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'object' ? describeType(value) : JSON.stringify(value);
}
