import { existsSync } from 'node:fs';
import type { Config, NormalizedProblem } from '@redocly/openapi-core';
import { escapeToken } from '../contract/model/json-cursor.ts';
import { isUrl } from '../contract/model/place.ts';
import type { Fault } from '../project/fault.ts';
import { findFaults } from '../project/registry.ts';
import type { ContractRoot } from './contract-root.ts';
import { reportProblem } from './report-problem.ts';

/** Finds what is wrong with what a registry says of its APIs: unknown settings, and entry files that are not there. */
export function findRegistryProblems(
  { document }: Config,
  roots: readonly ContractRoot[],
): NormalizedProblem[] {
  if (document === undefined) return [];
  const { body: text, absoluteRef: file } = document.source;
  const missing = roots.filter((root) => !isUrl(root.file) && !existsSync(root.file));
  return [...findFaults(document.parsed), ...missing.map(toFault)].map(({ path, problem }) => {
    const pointer = path.map((key) => `/${escapeToken(key)}`).join('');
    const message = [path.join('.'), problem].filter(Boolean).join(': ');
    return reportProblem('registry', 'error', message, { file, text, pointer });
  });
}

function toFault({ name = '', file }: ContractRoot): Fault {
  const problem = `there is no ${file}. Create it, correct the path, or remove the entry.`;
  return { path: ['apis', name, 'root'], problem };
}
