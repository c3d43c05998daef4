import { dirname, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  type Config,
  createConfig,
  loadConfig,
  type NormalizedProblem,
  YamlParseError,
} from '@redocly/openapi-core';
import { formatPlace, isUrl } from '../contract/model/place.ts';
import { ProjectError } from '../project/project-error.ts';
import type { ContractRoot } from './contract-root.ts';
import { describeSyntax } from './describe-syntax.ts';
import sharePlugin from './plugin.ts';

/** Rules to lint by, and what the registry that sets them lists. */
export interface Rules {
  readonly config: Config;
  readonly roots: readonly ContractRoot[];
}

/**
 * Rules of a contract without a registry: errors are what is certainly wrong.
 *
 * Redocly's `recommended` calls a missing summary an error, of which 59 published contracts had 2239 (November 2026).
 */
const DEFAULT_RULES = ['minimal', 'share/recommended'];

/**
 * Opens the rules of a registry, or without one those that are right for anybody.
 *
 * Gives a problem instead for a registry that is no YAML. Throws ProjectError for one that Redocly cannot use, such as one
 * with a plugin that is not there.
 */
export async function openRules(registry: string | undefined): Promise<Rules | NormalizedProblem> {
  if (registry === undefined) {
    const config = await createConfig({ extends: DEFAULT_RULES, plugins: [sharePlugin()] });
    return { config, roots: [] };
  }
  try {
    const config = await loadConfig({ configPath: registry });
    return { config, roots: listRoots(config, dirname(registry)) };
  } catch (error) {
    if (error instanceof YamlParseError) return describeSyntax(error);
    throw new ProjectError(`${formatPlace({ source: registry })}: ${firstLine(error)}`, {
      cause: error,
    });
  }
}

function listRoots({ resolvedConfig: { apis } }: Config, folder: string): ContractRoot[] {
  return Object.entries(apis ?? {}).flatMap(([name, { root }]: [string, { root?: unknown }]) =>
    // Whatever else stands there is reported as a fault of the registry.
    typeof root === 'string' ? [{ name, file: isUrl(root) ? root : resolve(folder, root) }] : [],
  );
}

/** Redocly puts a stack below what is wrong with a plugin. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return stripVTControlCharacters(message).split('\n')[0] ?? '';
}
