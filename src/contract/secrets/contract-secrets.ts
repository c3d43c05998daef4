import type { Contract } from '../model/contract.ts';
import { createSchemaResolver } from '../model/resolve-schema.ts';
import { secretParameters } from './secret-parameters.ts';

/** What a contract says about secrets in a request target; names and words are in lower case. */
export interface ContractSecrets {
  /** Names of path and query parameters whose values are secret. */
  readonly names: ReadonlySet<string>;
  /** Indexes of the segments of each path template that have such a parameter, from its end: -1 is the last one. */
  readonly segments: ReadonlyMap<string, readonly number[]>;
  /** Path segments that a template spells out. */
  readonly literals: ReadonlySet<string>;
  /** Those of them that stand before a secret. */
  readonly leads: ReadonlySet<string>;
}

/** Secrets that were read from a contract before: they are needed for every request. */
const known = new WeakMap<Contract, ContractSecrets>();

/** Gives the secrets that a contract declares, read on first use. */
export function secretsOf(contract: Contract): ContractSecrets {
  const secrets = known.get(contract) ?? readSecrets(contract);
  known.set(contract, secrets);
  return secrets;
}

function readSecrets({ document, operations }: Contract): ContractSecrets {
  const resolve = createSchemaResolver(document);
  const parameters = operations.flatMap((operation) => secretParameters(operation, resolve));
  const names = new Set(parameters.map((name) => name.toLowerCase()));
  const templates = [...new Set(operations.map(({ path }) => path))];
  const words = templates.flatMap((path) => wordsOf(path.toLowerCase(), names));
  const leads = words.filter(({ isLead }) => isLead);
  return {
    names,
    segments: new Map(templates.map((path) => [path, secretSegments(path, names)])),
    literals: new Set(words.map(({ word }) => word)),
    leads: new Set(leads.map(({ word }) => word)),
  };
}

/** Segments that a template spells out, and whether a secret comes next. */
function wordsOf(path: string, names: ReadonlySet<string>): { word: string; isLead: boolean }[] {
  const segments = path.split('/');
  return segments.flatMap((word, at) =>
    word === '' || word.includes('{')
      ? []
      : [{ word, isLead: isSecretSegment(segments[at + 1] ?? '', names) }],
  );
}

function secretSegments(path: string, names: ReadonlySet<string>): number[] {
  const segments = path.split('/');
  return segments.flatMap((segment, at) =>
    isSecretSegment(segment, names) ? [at - segments.length] : [],
  );
}

function isSecretSegment(segment: string, names: ReadonlySet<string>): boolean {
  return [...segment.matchAll(/\{([^}]+)\}/g)].some(([, name = '']) =>
    names.has(name.toLowerCase()),
  );
}
