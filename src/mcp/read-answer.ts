import type { DescribedViolation } from '../contract/model/describe-violation.ts';
import { bodyFormat } from '../contract/model/media-type.ts';
import { tryJson } from '../contract/model/parse-json.ts';
import { cutText } from './take-fitting.ts';

/** Answer of the mock as an agent reads it. */
export interface ReadAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Value of JSON, or text; null where there is none, or it is no text. */
  readonly body: unknown;
  readonly bodyNote: string | null;
  readonly violations: readonly DescribedViolation[];
}

/** Longest body that is shown, in characters. */
const MAX_BODY = 40_000;
/** Longest header that is shown. */
const MAX_HEADER = 1000;
/** Header with the mock's own diagnosis. */
const DIAGNOSIS = 'x-mock-violations';

/** Reads an answer of the mock, with the diagnosis that it has in a header. */
export async function readAnswer(response: Response): Promise<ReadAnswer> {
  const { status, headers } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const fields = [...headers].filter(([name]) => !isNoise(name));
  return {
    status,
    headers: Object.fromEntries(fields.map(([name, value]) => [name, cutText(value, MAX_HEADER)])),
    ...readBody(bytes, headers.get('content-type') ?? ''),
    violations: readViolations(headers.get(DIAGNOSIS)),
  };
}

/** Whether a header says nothing to an agent: those of CORS, and the diagnosis, which is told apart. */
export function isNoise(header: string): boolean {
  const name = header.toLowerCase();
  return name === DIAGNOSIS || name.startsWith('access-control-') || name === 'vary';
}

function readBody(bytes: Uint8Array, type: string): Pick<ReadAnswer, 'body' | 'bodyNote'> {
  if (bytes.length === 0) return { body: null, bodyNote: null };
  const text = new TextDecoder().decode(bytes);
  const isText = !text.includes('\ufffd') && bodyFormat(type) !== 'multipart';
  if (!isText)
    return { body: null, bodyNote: `${bytes.length} bytes of ${type || 'no known type'}.` };
  if (text.length > MAX_BODY) {
    return {
      body: text.slice(0, MAX_BODY).toWellFormed(),
      bodyNote: `The first ${MAX_BODY} of ${text.length} characters are shown, as text.`,
    };
  }
  return { body: bodyFormat(type) === 'json' ? tryJson(text, Number) : text, bodyNote: null };
}

function readViolations(header: string | null): readonly DescribedViolation[] {
  const value = header === null ? [] : tryJson(header, Number);
  return Array.isArray(value) ? value.filter(isViolation) : [];
}

function isViolation(value: unknown): value is DescribedViolation {
  return typeof value === 'object' && value !== null && 'in' in value && 'expected' in value;
}
