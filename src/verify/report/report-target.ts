import { describeUnknownName } from '../../text/nearest-name.ts';
import { ReportError } from './report-error.ts';

/** Formats that go into a file. */
const FILE_FORMATS = ['html', 'json', 'junit', 'sarif', 'ctrf', 'markdown'] as const;

/** Names of all formats, for help. */
export const REPORT_FORMATS = [...FILE_FORMATS, 'github'] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];

const EXTENSIONS: Readonly<Record<FileFormat, string>> = {
  html: 'html',
  json: 'json',
  junit: 'xml',
  sarif: 'sarif',
  ctrf: 'json',
  markdown: 'md',
};

/** Where a report goes; that for GitHub to its log and its summary. */
export type ReportTarget =
  | { readonly format: FileFormat; readonly file: string }
  | { readonly format: 'github' };

/**
 * Reads targets such as `junit=dist/verify.xml` and `github`. Throws ReportError for a format that is not known, for one without its
 * file, and for a file that two of them have.
 */
export function readReportTargets(texts: readonly string[]): ReportTarget[] {
  const targets = texts.map(readTarget);
  const files = targets.flatMap((target) => (target.format === 'github' ? [] : [target.file]));
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  if (twice !== undefined) {
    throw new ReportError(`--report: expected a file for each format, found "${twice}" twice.`);
  }
  return targets;
}

function readTarget(text: string): ReportTarget {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const file = at < 0 ? '' : text.slice(at + 1);
  if (name === 'github') {
    if (file === '') return { format: name };
    throw new ReportError(
      `--report ${text}: expected no file, since GitHub's is in GITHUB_STEP_SUMMARY. Write "github", or "markdown=${file}".`,
    );
  }
  const format = FILE_FORMATS.find((known) => known === name);
  if (format === undefined) {
    const known = describeUnknownName('format', name, REPORT_FORMATS);
    throw new ReportError(`--report ${text}: ${known}`);
  }
  if (file !== '') return { format, file };
  throw new ReportError(
    `--report ${text}: expected a file, such as "${name}=dist/verify.${EXTENSIONS[format]}", found none.`,
  );
}
