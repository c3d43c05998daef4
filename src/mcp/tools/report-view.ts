import { z } from 'zod';
import type { FindingGroup } from '../../verify/model/finding.ts';
import type { VerifiedOperation, VerifyReport } from '../../verify/model/report.ts';
import { describeFinding, formatOrigin } from '../../verify/report/describe-finding.ts';
import { formatSummary, summarise } from '../../verify/report/summarise.ts';
import { cutText, takeFitting } from '../take-fitting.ts';
import { MAX_ANSWER } from '../tool-result.ts';

/** Operations that are named of each kind. */
const MAX_NAMED = 100;

/** Report about a server, as tools answer it. */
export const REPORT = z.object({
  verdict: z.enum(['kept', 'broken', 'unproved']),
  summary: z.string(),
  findings: z.array(
    z.object({
      title: z.string(),
      severity: z.string(),
      operation: z.string(),
      where: z.string(),
      expected: z.string(),
      found: z.string(),
      count: z.number(),
      origin: z.string().nullable().describe('Where the fact of the contract comes from.'),
      reproduce: z.array(z.string()),
    }),
  ),
  findingsTotal: z.number(),
  operations: z.object({
    met: z.number(),
    absent: z.array(z.string()),
    skipped: z.array(z.object({ operation: z.string(), reason: z.string() })),
  }),
  notes: z.array(z.string()),
  stopped: z.string().nullable().describe('Why the run ended early.'),
});

/** Picks what tools answer of a report. */
export function viewReport(report: VerifyReport): z.input<typeof REPORT> {
  const { findings, operations, notes, stopped } = report;
  return {
    verdict: judge(report),
    summary: formatSummary(summarise([report])),
    findings: takeFitting(findings.map(viewFinding), MAX_ANSWER / 2).items,
    findingsTotal: findings.length,
    operations: viewOperations(operations),
    notes: [...notes],
    stopped: stopped === undefined ? null : nameParameters(stopped),
  };
}

/** The messages of a run name options of the command line. */
export function nameParameters(text: string): string {
  return text
    .replace('--max-time', 'maxSeconds')
    .replace('--max-requests', 'maxRequests')
    .replace('--url', 'url');
}

function viewFinding(group: FindingGroup) {
  const { title, operation, where, expected, found, origin, commands } = describeFinding(group);
  return {
    title,
    severity: group.finding.severity,
    operation,
    where,
    expected,
    found,
    count: group.count,
    origin: origin === undefined ? null : formatOrigin(origin),
    reproduce: commands.slice(0, 3).map((command) => cutText(command, 1000)),
  };
}

function viewOperations(operations: readonly VerifiedOperation[]) {
  const inState = (wanted: VerifiedOperation['state']) =>
    operations.filter(({ state }) => state === wanted);
  return {
    met: inState('met').length,
    absent: inState('absent')
      .slice(0, MAX_NAMED)
      .map(({ id }) => id),
    skipped: inState('skipped')
      .slice(0, MAX_NAMED)
      .map(({ id, reason = '' }) => ({ operation: id, reason: cutText(reason, 300) })),
  };
}

/** A server of which no operation could be asked has proved nothing. */
function judge({ findings, operations, stopped }: VerifyReport): 'kept' | 'broken' | 'unproved' {
  if (findings.some(({ finding }) => finding.severity === 'error')) return 'broken';
  if (operations.some(({ state }) => state === 'absent')) return 'broken';
  const isProved = stopped === undefined && operations.some(({ state }) => state === 'met');
  return isProved ? 'kept' : 'unproved';
}
