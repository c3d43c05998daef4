import type { ExampleRequest } from '../contract/example/example-request.ts';
import type { Media } from '../contract/model/contract.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import { bodyFormat } from '../contract/model/media-type.ts';
import type { ResolveSchema } from '../contract/model/resolve-schema.ts';
import { toPlain } from '../contract/model/to-plain.ts';
import { encodeXml } from '../contract/xml/encode-xml.ts';

/** Text of a request's body in its media type, JSON or form. */
export function writeBody({ body, mediaType = '' }: ExampleRequest): string {
  if (bodyFormat(mediaType) !== 'form' || !isJsonObject(body)) {
    return JSON.stringify(toPlain(body));
  }
  const fields = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((item) => [name, textOf(item)]),
  );
  return new URLSearchParams(fields).toString();
}

/** Body of a value in a media type; `undefined` for what cannot be written in it. */
export function writeMedia(
  { type, schema, encoding }: Media,
  value: unknown,
  resolve: ResolveSchema,
): string | FormData | undefined {
  switch (bodyFormat(type)) {
    case 'json':
      return JSON.stringify(toPlain(value));
    case 'form':
      // Lists and objects have styles, of which only the usual one is written here.
      return isJsonObject(value) && encoding === undefined && isFlat(value)
        ? writeBody({ ...NO_REQUEST, body: value, mediaType: type })
        : undefined;
    case 'multipart':
      return isJsonObject(value) && (encoding === undefined || isFlat(value))
        ? writeMultipart(value)
        : undefined;
    case 'xml':
      return typeof value === 'string'
        ? value
        : encodeXml(toPlain(value), schema?.schema ?? true, resolve, () => {});
    case 'text':
    case 'binary':
      return typeof value === 'string' ? value : undefined;
    default:
      return undefined;
  }
}

const NO_REQUEST = {
  method: 'POST',
  path: '',
  pathParameters: {},
  query: {},
  headers: {},
  parameters: [],
};

function isFlat(value: Readonly<Record<string, unknown>>): boolean {
  return Object.values(value).every((member) => typeof member !== 'object' || member === null);
}

function writeMultipart(fields: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const isScalar = typeof item !== 'object' || item === null;
      const part = isScalar ? textOf(item) : new Blob([textOf(item)], { type: 'application/json' });
      form.append(name, part);
    }
  }
  return form;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(toPlain(value)) ?? '');
}
