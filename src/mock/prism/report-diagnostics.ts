import type { Reply } from '../authoring/reply.ts';
import { omitIfLong, writeHeaderList } from '../http/header-list.ts';
import type { Diagnostic, Side } from './diagnostic.ts';

/** Diagnostic as Prism sends it. */
export interface SentDiagnostic {
  readonly location?: readonly string[];
  readonly severity: string;
  readonly code?: string | number;
  readonly message: string;
}

const HEADER = 'sl-violations';

/** Adds diagnostics to a reply as Prism does: header `sl-violations`, before those that are there already. */
export function reportDiagnostics(
  reply: Reply,
  diagnostics: readonly Diagnostic[],
  side: Side,
): Reply {
  if (diagnostics.length === 0) return reply;
  const reported: SentDiagnostic[] = JSON.parse(reply.headers?.[HEADER] ?? '[]');
  const all = [...diagnostics.map((diagnostic) => placeIn(diagnostic, side)), ...reported];
  return { ...reply, headers: { ...reply.headers, [HEADER]: writeHeaderList(all, shorten) } };
}

/** Diagnostic for the wire, its location from the message on. */
export function placeIn(
  { location = [], severity, code, message }: Diagnostic,
  side: Side,
): SentDiagnostic {
  return { location: [side, ...location], severity, ...(code !== undefined && { code }), message };
}

function shorten({ location = [], message, ...rest }: SentDiagnostic): SentDiagnostic {
  return { location: location.slice(0, 2).map(omitIfLong), ...rest, message: omitIfLong(message) };
}
