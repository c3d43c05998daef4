import type { Media } from '../model/contract.ts';
import { FilePart } from '../model/file-part.ts';
import { bodyFormat } from '../model/media-type.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { checkReserved } from './check-reserved.ts';
import { decodeForm } from './decode-form.ts';
import { describeForm, type FormField, findField } from './form-fields.ts';

/**
 * Decodes a `multipart/form-data` body by its schema and its `encoding`: text fields as in any
 * other form, files as `FilePart` unless the contract declares JSON.
 *
 * Throws SyntaxError for a malformed body. Format: https://www.rfc-editor.org/rfc/rfc7578.
 */
export async function decodeMultipart(
  body: string | Uint8Array,
  contentType: string,
  media: Media,
  resolve: ResolveSchema,
): Promise<Record<string, unknown>> {
  const { fields, byName } = describeForm(media, resolve);
  const texts = new URLSearchParams();
  const files = new Map<string, FilePart[]>();
  for (const [sent, part] of await readParts(body, contentType)) {
    const field = findField(sent, byName);
    if (typeof part === 'string') texts.append(sent, part);
    else if (isJsonPart(part, field)) texts.append(sent, await part.text());
    else {
      const name = /\[\d*\]$/.test(sent) ? (field?.name ?? sent) : sent;
      // Not a new list each time, which takes minutes for a body full of files.
      const ofName = files.get(name) ?? [];
      ofName.push(await readFile(part));
      files.set(name, ofName);
    }
  }
  checkReserved(media, () => texts);
  return joinFiles(decodeForm(texts, media, resolve), files, fields);
}

async function readParts(body: string | Uint8Array, contentType: string): Promise<FormData> {
  try {
    const headers = { 'content-type': contentType };
    return await new Response(Buffer.from(body), { headers }).formData();
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const words = reason instanceof Error ? reason.message : String(reason);
    throw new SyntaxError(`Expected multipart/form-data: ${words}.`, { cause: error });
  }
}

function isJsonPart(part: File, field: FormField | undefined): boolean {
  return field?.isJson === true && bodyFormat(part.type) === 'json';
}

async function readFile(part: File): Promise<FilePart> {
  return new FilePart(part.name, part.type, new Uint8Array(await part.arrayBuffer()));
}

function joinFiles(
  form: Record<string, unknown>,
  files: ReadonlyMap<string, FilePart[]>,
  fields: readonly FormField[],
): Record<string, unknown> {
  const joined = [...files].map(([name, parts]) => {
    const texts = Object.hasOwn(form, name) ? [form[name]].flat() : [];
    const values = [...texts, ...parts];
    const isList = fields.some((field) => field.name === name && field.isList);
    return [name, isList || values.length > 1 ? values : values[0]];
  });
  return { ...form, ...Object.fromEntries(joined) };
}
