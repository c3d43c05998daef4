import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { Contract } from '../model/contract.ts';
import { nameVariable, splitPathKey } from '../model/path-key.ts';
import { decodeValid } from '../model/percent-encoding.ts';
import { createSchemaResolver } from '../model/resolve-schema.ts';
import { createSecretTest, type IsSecret, isSecretAnywhere } from './secret-name.ts';
import { secretParameters } from './secret-parameters.ts';

/** What a contract says about secrets in request targets; names and segments are in lower case. */
export interface ContractSecrets {
  /** Names of path and query parameters with secret values. */
  readonly names: ReadonlySet<string>;
  /** Whether a name says that its value is a secret, as one of these or by itself. */
  readonly isSecret: IsSecret;
  /** Indexes of the secret segments by path template, counted from its end: -1 is the last. */
  readonly segments: ReadonlyMap<string, readonly number[]>;
  /** Literal segments of the path templates. */
  readonly literals: ReadonlySet<string>;
  /** Literal segments that come right before a secret. */
  readonly beforeSecret: ReadonlySet<string>;
}

/** Returns the secrets that a contract declares; it reads them once, because every request needs them. */
export const secretsOf = memoizePerObject(({ document, operations }: Contract): ContractSecrets => {
  const resolve = createSchemaResolver(document);
  const parameters = operations.flatMap((operation) => secretParameters(operation, resolve));
  const names = new Set(parameters.map((name) => name.toLowerCase()));
  const templates = [...new Set(operations.map(({ path }) => path))];
  const words = templates.flatMap((path) => wordsOf(splitPathKey(path).template, names));
  const beforeSecret = words.filter(({ introducesSecret }) => introducesSecret);
  return {
    names,
    isSecret: createSecretTest(names),
    segments: new Map(templates.map((path) => [path, secretSegments(path, names)])),
    literals: new Set(words.map(({ word }) => word)),
    beforeSecret: new Set(beforeSecret.map(({ word }) => word)),
  };
});

/** Tells secrets in request targets of a contract, or of none, by their names. */
export function secretTestOf(contract: Contract | undefined): IsSecret {
  return contract === undefined ? isSecretAnywhere : secretsOf(contract).isSecret;
}

/** Literal segments of a template, and whether a secret comes next. */
function wordsOf(
  path: string,
  names: ReadonlySet<string>,
): { word: string; introducesSecret: boolean }[] {
  const segments = path.split('/').map((segment) => decodeValid(segment).toLowerCase());
  return segments.flatMap((word, at) =>
    word === '' || word.includes('{')
      ? []
      : [{ word, introducesSecret: isSecretSegment(segments[at + 1] ?? '', names) }],
  );
}

function secretSegments(path: string, names: ReadonlySet<string>): number[] {
  const segments = splitPathKey(path).template.split('/');
  return segments.flatMap((segment, at) =>
    isSecretSegment(segment, names) ? [at - segments.length] : [],
  );
}

function isSecretSegment(segment: string, names: ReadonlySet<string>): boolean {
  const isSecret = (name: string) => names.has(name);
  return [...segment.matchAll(/\{([^{}]+)\}/g)].some(([, variable = '']) =>
    isSecret(nameVariable(variable.toLowerCase(), isSecret)),
  );
}
