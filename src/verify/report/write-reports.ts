import { appendFile, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { writeWhole } from '../../files/write-whole.ts';
import { countNoun } from '../../text/count-noun.ts';
import type { VerifyReport } from '../model/report.ts';
import { formatCtrf } from './format-ctrf.ts';
import { formatGithubAnnotations } from './format-github-annotations.ts';
import { formatHtml } from './format-html.ts';
import { formatJson } from './format-json.ts';
import { formatJunit } from './format-junit.ts';
import { formatSarif } from './format-sarif.ts';
import { formatStepSummary } from './format-step-summary.ts';
import type { LocateOperation } from './locate-operation.ts';
import { ReportError } from './report-error.ts';
import type { FileFormat, ReportTarget } from './report-target.ts';

/** What reports need beside what they say. */
export interface ReportSurroundings {
  readonly locate: LocateOperation;
  /** Annotations for GitHub go there. */
  readonly stdout: Pick<Writable, 'write'>;
  /** Environment variables, of which `GITHUB_STEP_SUMMARY` names the file of the summary. */
  readonly env: NodeJS.ProcessEnv;
}

type Format = (
  reports: readonly VerifyReport[],
  locate: LocateOperation,
) => string | Promise<string>;

const FORMATS: Readonly<Record<FileFormat, Format>> = {
  html: formatHtml,
  json: formatJson,
  junit: formatJunit,
  sarif: formatSarif,
  ctrf: formatCtrf,
  markdown: formatStepSummary,
};

/**
 * Writes reports to where they were asked for; folders that are missing are made. Throws ReportError for what could not be written,
 * after all others were.
 */
export async function writeReports(
  reports: readonly VerifyReport[],
  targets: readonly ReportTarget[],
  surroundings: ReportSurroundings,
): Promise<void> {
  const failures: string[] = [];
  for (const target of targets) {
    try {
      await writeReport(reports, target, surroundings);
    } catch (error) {
      failures.push(describeFailure(target, surroundings, error));
    }
  }
  if (failures.length === 0) return;
  const others = targets.length - failures.length;
  const rest = others === 0 ? [] : [`${countNoun(others, 'other report')} written.`];
  throw new ReportError([...failures, ...rest].join('\n'));
}

async function writeReport(
  reports: readonly VerifyReport[],
  target: ReportTarget,
  { locate, stdout, env }: ReportSurroundings,
): Promise<void> {
  if (target.format !== 'github') {
    return await writeText(target.file, await FORMATS[target.format](reports, locate));
  }
  stdout.write(await formatGithubAnnotations(reports, locate));
  const { GITHUB_STEP_SUMMARY: summary } = env;
  // Steps before this one may have written there too.
  if (summary) await appendFile(summary, formatStepSummary(reports));
}

/** A pipe or a device, such as `/dev/stdout`, must not be replaced by a file. */
async function writeText(file: string, text: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  const isStream = found !== undefined && !found.isFile() && !found.isDirectory();
  await (isStream ? appendFile(file, text) : writeWhole(file, text));
}

function describeFailure(
  target: ReportTarget,
  { env }: ReportSurroundings,
  error: unknown,
): string {
  const reason = error instanceof Error ? error.message : String(error);
  const file = target.format === 'github' ? (env.GITHUB_STEP_SUMMARY ?? '') : target.file;
  return `--report ${target.format}: expected to write "${file}", found: ${reason}. Choose another place, or change what is there.`;
}
