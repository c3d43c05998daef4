import { existsSync } from 'node:fs';
import {
  BaseResolver,
  type Config,
  lintConfig,
  lintDocument,
  type NormalizedProblem,
  YamlParseError,
} from '@redocly/openapi-core';
import { isUrl } from '../contract/model/place.ts';
import type { ContractReport } from './contract-report.ts';
import type { ContractRoot } from './contract-root.ts';
import { describeSyntax } from './describe-syntax.ts';
import { findRegistryProblems } from './find-registry-problems.ts';
import { findUnlisted } from './find-unlisted.ts';
import { openRoot } from './open-root.ts';
import { openRules } from './open-rules.ts';

export interface LintOptions {
  /** Path of the `redocly.yaml` that says by which rules; without one, they are those that are right for anybody. */
  readonly registry: string | undefined;
  /** Chooses what is linted; by default all that the registry lists. */
  readonly choose?: ((listed: readonly ContractRoot[]) => readonly ContractRoot[]) | undefined;
  /** Whether to fetch files over http(s); otherwise a reference to one is a problem. */
  readonly allowRemote?: boolean | undefined;
}

/**
 * Lints contracts by Redocly's rules, and those of plugins.
 *
 * Files that cannot be parsed are all that is reported as long as there are any: each would break whatever refers to it.
 * Throws ContractError for a file that cannot be read or that is of no kind that can be linted, and ProjectError for a
 * registry that cannot be used.
 */
export async function lintContracts({
  registry,
  choose,
  allowRemote = false,
}: LintOptions): Promise<ContractReport> {
  const rules = await openRules(registry);
  if ('ruleId' in rules) return { problems: [rules], count: 0 };
  const { config, roots } = rules;
  const chosen = choose?.(roots) ?? roots;
  const there = chosen.filter(({ file }) => isUrl(file) || existsSync(file) || !isListed(file));
  const resolver = createResolver(config, allowRemote);
  const found: NormalizedProblem[] = [];
  for (const root of there) found.push(...(await lintRoot(root, config, resolver, allowRemote)));
  const count = there.length;
  const syntax = await listSyntaxProblems(resolver);
  if (syntax.length > 0) return { problems: syntax, count };
  if (registry === undefined) return { problems: found, count };
  const unlisted = choose === undefined ? findUnlisted(registry, roots) : [];
  const ofRegistry = [...(await lintConfig({ config })), ...findRegistryProblems(config, roots)];
  return { problems: [...ofRegistry, ...found, ...unlisted], count };

  /** What is wrong with the registry is said there. */
  function isListed(file: string): boolean {
    return roots.some((root) => root.file === file);
  }
}

function createResolver({ resolve }: Config, allowRemote: boolean): BaseResolver {
  if (allowRemote) return new BaseResolver(resolve);
  return new BaseResolver({ http: { ...resolve.http, customFetch: refuseRemote } });
}

async function refuseRemote(url: string): Promise<never> {
  throw new Error(
    `${url} is remote. Fetch it and refer to the file, or start with --allow-remote.`,
  );
}

async function lintRoot(
  root: ContractRoot,
  config: Config,
  externalRefResolver: BaseResolver,
  allowRemote: boolean,
): Promise<NormalizedProblem[]> {
  const document = await openRoot(root, externalRefResolver, allowRemote);
  // The resolver remembers why, for all files at once.
  if (document === undefined) return [];
  return lintDocument({ document, config: config.forAlias(root.name), externalRefResolver });
}

/** Problems of the files that could not be parsed, once each, however often they are referred to. */
async function listSyntaxProblems({ cache }: BaseResolver): Promise<NormalizedProblem[]> {
  const loaded = await Promise.allSettled(cache.values());
  return loaded.flatMap((outcome) =>
    outcome.status === 'rejected' && outcome.reason instanceof YamlParseError
      ? [describeSyntax(outcome.reason)]
      : [],
  );
}
