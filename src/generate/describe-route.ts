import type {
  Media,
  Operation,
  Parameter,
  ParameterPlace,
  SchemaPlace,
} from '../contract/model/contract.ts';
import { bodyFormat } from '../contract/model/media-type.ts';
import { createSchemaResolver, type ResolveSchema } from '../contract/model/resolve-schema.ts';
import { Name } from './write-code.ts';

type FieldStyle = 'comma' | 'space' | 'pipe' | 'deep' | 'json';

type Styles = Record<string, FieldStyle>;

/** What a client has to know of an operation besides its method and path; the functions that do what is unusual are imported. */
export interface RouteDetails {
  template?: { path: string; write: Name };
  query?: { styles: Styles; write: Name };
  body?: { type?: string; write?: Name; styles?: Styles };
  answers: Record<string, BodyKind | Name>;
}

type BodyKind = 'json' | 'text' | 'blob' | 'any' | 'none';

const SCALARS = ['string', 'number', 'integer', 'boolean', 'null'];

/** Describes the answers of an operation, and what is unusual in its requests. */
export function describeRoute(operation: Operation, document: unknown): RouteDetails {
  const resolve = createSchemaResolver(document);
  const template = writeTemplate(operation, resolve);
  const query = operation.parameters.filter(isIn('query'));
  const styles = Object.fromEntries(query.flatMap((each) => readStyle(each, resolve)));
  const isStyled = query.some(({ schema }) => !isOf(schema, resolve, [...SCALARS, 'array']));
  const media = chooseMedia(operation.body?.content ?? []);
  return {
    ...(template !== operation.path && {
      template: { path: template, write: new Name('writeStyledPath') },
    }),
    ...((isStyled || Object.keys(styles).length > 0) && {
      query: { styles, write: new Name('writeFields') },
    }),
    ...(media !== undefined && media.type !== 'application/json' && { body: describeBody(media) }),
    answers: listAnswers(operation),
  };
}

function describeBody(media: Media): NonNullable<RouteDetails['body']> {
  const { type } = media;
  const format = bodyFormat(type);
  if (format === 'json') return { type };
  if (format === 'multipart') return { write: new Name('writeMultipart') };
  if (format !== 'form') return { type, write: new Name('writeText') };
  const styles = Object.fromEntries(listFields(media));
  const hasStyles = Object.keys(styles).length > 0;
  return { type, write: new Name('writeForm'), ...(hasStyles && { styles }) };
}

/** JSON where the body may be JSON, otherwise the first media type. */
function chooseMedia(content: readonly Media[]): Media | undefined {
  return (
    content.find(({ type }) => bodyFormat(type) === 'json' && !type.includes('*')) ?? content[0]
  );
}

function listFields({ type, encoding }: Media): [name: string, style: FieldStyle][] {
  if (bodyFormat(type) !== 'form') return [];
  return [...(encoding ?? [])].flatMap(([name, { contentType, style, explode }]) => {
    if (style === undefined && explode === undefined) {
      return contentType !== undefined && bodyFormat(contentType) === 'json'
        ? [[name, 'json'] satisfies [string, FieldStyle]]
        : [];
    }
    const written = nameStyle(style ?? 'form', explode ?? (style ?? 'form') === 'form');
    return written === undefined ? [] : [[name, written] satisfies [string, FieldStyle]];
  });
}

function readStyle(
  { name, style, explode, schema, mediaType }: Parameter,
  resolve: ResolveSchema,
): [name: string, style: FieldStyle][] {
  if (mediaType !== undefined) return bodyFormat(mediaType) === 'json' ? [[name, 'json']] : [];
  const written = isOf(schema, resolve, SCALARS) ? undefined : nameStyle(style, explode);
  return written === undefined ? [] : [[name, written]];
}

function nameStyle(style: string, explode: boolean): FieldStyle | undefined {
  if (style === 'deepObject') return 'deep';
  if (explode) return undefined;
  if (style === 'spaceDelimited') return 'space';
  return style === 'pipeDelimited' ? 'pipe' : 'comma';
}

/** Whether all values of a schema are of some types. */
function isOf({ schema }: SchemaPlace, resolve: ResolveSchema, types: readonly string[]): boolean {
  const resolved = resolve(schema);
  if (typeof resolved === 'boolean') return false;
  const { type } = resolved;
  return [type].flat().every((name) => typeof name === 'string' && types.includes(name));
}

/** A path whose parameters have marks, such as `{;id*}`, where their style or `explode` is not the usual one. */
function writeTemplate({ path, parameters }: Operation, resolve: ResolveSchema): string {
  return parameters.filter(isIn('path')).reduce((template, parameter) => {
    const { name, style, explode, schema } = parameter;
    const mark = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
    const isWhole = !explode || (mark === '' && isOf(schema, resolve, SCALARS));
    return template.replaceAll(`{${name}}`, () => `{${mark}${name}${isWhole ? '' : '*'}}`);
  }, path);
}

function isIn(place: ParameterPlace): (parameter: Parameter) => boolean {
  return (parameter) => parameter.in === place;
}

/** Bodies by status; one of several kinds goes by the media type that comes with it. */
function listAnswers({ method, responses }: Operation): Record<string, BodyKind | Name> {
  return Object.fromEntries(
    responses.map(({ status, content }) => {
      const [kind = 'none', ...others] = new Set(content.map(kindOf));
      if (method === 'head') return [status, 'none'];
      const isOpen = kind === 'any' || others.length > 0;
      return [status, isOpen ? new Name('kindByMediaType') : kind];
    }),
  );
}

function kindOf({ type }: Media): BodyKind {
  if (type.includes('*')) return 'any';
  if (bodyFormat(type) === 'json') return 'json';
  return /^text\/|[/+]xml\b/i.test(type) ? 'text' : 'blob';
}
