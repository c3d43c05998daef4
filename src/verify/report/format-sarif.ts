import { createHash } from 'node:crypto';
import type { Place } from '../../contract/model/place.ts';
import { showText } from '../../text/show-text.ts';
import { type FindingGroup, TITLES } from '../model/finding.ts';
import type { VerifyReport } from '../model/report.ts';
import { describeFinding, type FindingWords, formatOrigin } from './describe-finding.ts';
import { EXPLANATIONS } from './explanations.ts';
import { type LocateOperation, relativePath, uriOf } from './locate-operation.ts';
import { TOOL } from './tool.ts';
import { writeJson } from './write-json.ts';

const KINDS = Object.keys(TITLES);
const MEANINGS: Readonly<Record<string, string>> = EXPLANATIONS;

/** Rules of all runs: the kinds of findings. */
const RULES = Object.entries(TITLES).map(([id, title]) => {
  const explanation = { text: MEANINGS[id] ?? title };
  return {
    id,
    name: title.replaceAll(/(?:^| )(\S)/g, (_, first: string) => first.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: explanation,
    help: explanation,
  };
});

/**
 * Formats reports as one run of SARIF 2.1.0, whose results point at the operations in the files of the contracts:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
 */
export async function formatSarif(
  reports: readonly VerifyReport[],
  locate: LocateOperation,
): Promise<string> {
  const results = reports.map(({ api, findings }) =>
    Promise.all(
      findings.map(async (group) => toResult(api, group, await place(api, group, locate))),
    ),
  );
  return writeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...TOOL, rules: RULES } },
        invocations: reports.map(toInvocation),
        columnKind: 'utf16CodeUnits',
        results: (await Promise.all(results)).flat(),
      },
    ],
  });
}

function place(api: string, { finding }: FindingGroup, locate: LocateOperation) {
  return locate(api, finding.operation);
}

function toResult(api: string, group: FindingGroup, found: Place | undefined) {
  const { kind, severity, cause, operation, provenance } = group.finding;
  const words = describeFinding(group);
  return {
    ruleId: kind,
    ruleIndex: KINDS.indexOf(kind),
    level: severity,
    message: { text: formatMessage(words) },
    ...(found && { locations: [toLocation(found)] }),
    partialFingerprints: { 'cause/v1': digest([api, kind, operation?.id ?? '', cause]) },
    occurrenceCount: group.count,
    properties: {
      api: showText(api),
      operation: showText(operation?.id ?? ''),
      reproduce: words.commands,
      ...(provenance && { provenance: provenance.level }),
    },
  };
}

function formatMessage({ title, operation, where, expected, found, origin }: FindingWords): string {
  const at = where === '' ? operation : `${operation}, ${where}`;
  const message = `${title}: ${at}: expected ${expected}, found ${found}.`;
  return origin === undefined ? message : `${message} Origin: ${formatOrigin(origin)}`;
}

function toLocation(found: Place) {
  const { line, column } = found;
  const artifact = { uri: uriOf(found) };
  const isRelative = relativePath(found) !== undefined;
  return {
    physicalLocation: {
      artifactLocation: isRelative ? { ...artifact, uriBaseId: '%SRCROOT%' } : artifact,
      region: { startLine: line ?? 1, startColumn: column ?? 1 },
    },
  };
}

function toInvocation({ api, startedAt, milliseconds, stopped, notes }: VerifyReport) {
  const end = new Date(Date.parse(startedAt) + milliseconds);
  const said = (level: string) => (text: string) => ({
    level,
    message: { text: `${showText(api)}: ${showText(text)}` },
  });
  return {
    executionSuccessful: stopped === undefined,
    ...(Number.isNaN(end.getTime())
      ? {}
      : { startTimeUtc: new Date(startedAt).toISOString(), endTimeUtc: end.toISOString() }),
    toolExecutionNotifications: [
      ...notes.map(said('note')),
      ...(stopped === undefined ? [] : [stopped]).map(said('error')),
    ],
  };
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
