import type { HeaderFields } from '../../contract/model/header-reader.ts';
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

/** Adds diagnostics to the header `sl-violations` as Prism does, before those already in it. */
export function reportDiagnostics(
  reply: Reply,
  diagnostics: readonly Diagnostic[],
  side: Side,
): Reply {
  if (diagnostics.length === 0) return reply;
  const reported = readReported(reply.headers?.[HEADER]);
  const all = [...diagnostics.map((diagnostic) => toSentDiagnostic(diagnostic, side)), ...reported];
  return { ...reply, headers: { ...reply.headers, [HEADER]: writeHeaderList(all, shorten) } };
}

/** Reads what was reported before; a contract may document the field itself, with any text. */
function readReported(value: HeaderFields[string] = '[]'): SentDiagnostic[] {
  try {
    const reported: unknown = JSON.parse(`${value}`);
    return Array.isArray(reported) ? reported : [];
  } catch {
    return [];
  }
}

/** Converts a diagnostic to the form that is sent, with the message at the head of its location. */
export function toSentDiagnostic(
  { location = [], severity, code, message }: Diagnostic,
  side: Side,
): SentDiagnostic {
  return { location: [side, ...location], severity, ...(code !== undefined && { code }), message };
}

function shorten({ location = [], message, ...rest }: SentDiagnostic): SentDiagnostic {
  return { location: location.slice(0, 2).map(omitIfLong), ...rest, message: omitIfLong(message) };
}
