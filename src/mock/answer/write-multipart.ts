import type { FieldEncoding, Media } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { isRange } from '../../contract/model/media-range.ts';
import { essence, mediaTypeParameter } from '../../contract/model/media-type.ts';
import { readShape } from '../../contract/model/object-shape.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';

interface Part {
  readonly headers: readonly string[];
  readonly content: Uint8Array;
}

/** What the contract says of a part. */
interface PartSpec {
  readonly type: string | undefined;
  readonly isFile: boolean;
}

const PLAIN: PartSpec = { type: undefined, isFile: false };

/** Adds the boundary of a multipart body to its media type. */
export function withBoundary(mediaType: string, body: string | Uint8Array): string {
  if (mediaTypeParameter(mediaType, 'boundary') !== undefined) return mediaType;
  const start = Buffer.from(body.slice(0, 200)).toString('latin1');
  const [, boundary] = /^--([^\r\n]+)\r?\n/.exec(start) ?? [];
  return boundary === undefined ? mediaType : `${mediaType}; boundary="${boundary.trimEnd()}"`;
}

/**
 * Writes a multipart body: an object with a part per member, and more for a list, or a list of parts.
 * Text that starts with a boundary is written as it is.
 *
 * Files and types of parts are those of the schema and of `encoding`,
 * https://spec.openapis.org/oas/v3.1.1#encoding-object.
 */
export function writeMultipart(
  body: unknown,
  mediaType: string,
  media: Media | undefined,
  resolve: ResolveSchema,
): string | Uint8Array {
  if (typeof body === 'string' && body.startsWith('--')) return body;
  const isForm = essence(mediaType) === 'multipart/form-data';
  const parts = isJsonObject(body)
    ? Object.entries(body).flatMap(([name, value]) => {
        const spec = readPart(name, media, resolve);
        return [value].flat().map((item) => makePart(item, spec, isForm ? name : undefined));
      })
    : [body].flat().map((item) => makePart(item, PLAIN, undefined));
  return joinParts(parts, mediaTypeParameter(mediaType, 'boundary'));
}

function readPart(name: string, media: Media | undefined, resolve: ResolveSchema): PartSpec {
  const property = readShape(media?.schema?.schema, resolve).properties.get(name) ?? true;
  const resolved = resolve(property);
  const whole = typeof resolved === 'boolean' ? {} : resolved;
  const item = resolve(whole.items ?? whole);
  const { format, contentMediaType } = typeof item === 'boolean' ? {} : item;
  const type = readType(media?.encoding?.get(name)) ?? contentMediaType;
  const isFile = format === 'binary' || contentMediaType !== undefined;
  return { type: typeof type === 'string' ? type : undefined, isFile };
}

/** First of the listed types; a range is no type of a part. */
function readType({ contentType = '' }: FieldEncoding = {}): string | undefined {
  const [first = ''] = contentType.split(',');
  return first === '' || isRange(first) ? undefined : first.trim();
}

function makePart(value: unknown, spec: PartSpec, name: string | undefined): Part {
  const isBytes = value instanceof Uint8Array;
  const isText = typeof value === 'string';
  const isFile = isBytes || (spec.isFile && isText);
  const quoted = name && quote(name);
  const known = typeof value === 'object' && !isBytes ? 'application/json' : undefined;
  const type = spec.type ?? (isFile ? 'application/octet-stream' : known);
  const fileName = isFile ? `; filename=${quoted}` : '';
  return {
    headers: [
      ...(quoted ? [`Content-Disposition: form-data; name=${quoted}${fileName}`] : []),
      ...(type === undefined ? [] : [`Content-Type: ${type}`]),
    ],
    content: isBytes ? value : Buffer.from(isText ? value : (JSON.stringify(value) ?? '')),
  };
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function quote(name: string): string {
  return `"${name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')}"`;
}

function joinParts(parts: readonly Part[], given: string | undefined): Buffer {
  const boundary = given ?? chooseBoundary(parts);
  const chunks = parts.flatMap(({ headers, content }) => [
    Buffer.from([`--${boundary}`, ...headers, '', ''].join('\r\n')),
    content,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
}

/** The same for the same parts, none of which has it. */
function chooseBoundary(parts: readonly Part[]): string {
  let boundary = 'part-of-the-answer';
  while (parts.some(({ content }) => Buffer.from(content).includes(`--${boundary}`))) {
    boundary += '-';
  }
  return boundary;
}
