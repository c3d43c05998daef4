import { join } from 'node:path';
import { isJsonObject } from '../../src/contract/model/json-cursor.ts';
import type { Contestant, Judgement, Target } from './contestant.ts';
import { type Ended, lastLine, runCommand } from './run-command.ts';

const CLI = join(import.meta.dirname, '../../src/cli/start.js');

/** `share-contracts verify` of this repository. */
export const SHARE_CONTRACTS: Contestant = {
  name: 'verify',
  prepare: async () => undefined,
  judge: async ({ contract, url, token, seed }: Target) => {
    const args = ['verify', contract, '--url', url, '--write', '--json', '--seed', `${seed}`];
    const credentials = ['-H', `Authorization: Bearer ${token}`];
    return read(await runCommand(process.execPath, [CLI, ...args, ...credentials]));
  },
};

/** Exit codes 0 and 1 come with a list of one report. */
function read(ended: Ended): Judgement {
  const report = ended.code === 0 || ended.code === 1 ? readReport(ended.stdout) : undefined;
  if (report === undefined) return { kind: 'failed', reason: lastLine(ended) };
  const { findings, requests } = report;
  const failures = new Set(Array.isArray(findings) ? findings.map(describe) : []);
  return {
    kind: 'judged',
    failures: [...failures],
    requests: Number(requests),
    seconds: ended.seconds,
  };
}

function readReport(stdout: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(stdout);
    const reports = isJsonObject(parsed) ? parsed.reports : undefined;
    const [report] = Array.isArray(reports) ? reports : [];
    return isJsonObject(report) && 'findings' in report ? report : undefined;
  } catch {
    return undefined;
  }
}

function describe(group: unknown): string {
  const finding = isJsonObject(group) && isJsonObject(group.finding) ? group.finding : {};
  const operation = isJsonObject(finding.operation) ? ` (${finding.operation.id})` : '';
  return `${finding.kind}${operation}`;
}
