import type {
  Media,
  Operation,
  Parameter,
  ParameterPlace,
  SchemaPlace,
} from '../contract/model/contract.ts';
import { bodyFormat } from '../contract/model/media-type.ts';

type FieldStyle = 'comma' | 'space' | 'pipe' | 'deep' | 'json';

/** What a client has to know of an operation besides its method and path. */
export interface RouteDetails {
  body?: string;
  fields?: Record<string, FieldStyle>;
  query?: Record<string, FieldStyle>;
  template?: string;
  parseAs?: 'text';
}

const SCALARS = ['string', 'number', 'integer', 'boolean', 'null'];

/** Describes what is unusual in the requests and responses of an operation; empty where nothing is. */
export function describeRoute(operation: Operation): RouteDetails {
  const details: RouteDetails = {};
  const media = chooseMedia(operation.body?.content ?? []);
  if (media !== undefined && media.type !== 'application/json') details.body = media.type;
  const fields = media === undefined ? [] : listFields(media);
  if (fields.length > 0) details.fields = Object.fromEntries(fields);
  const query = operation.parameters.filter(isIn('query')).flatMap(readStyle);
  if (query.length > 0) details.query = Object.fromEntries(query);
  const template = writeTemplate(operation);
  if (template !== operation.path) details.template = template;
  if (isText(operation)) details.parseAs = 'text';
  return details;
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

function readStyle({
  name,
  style,
  explode,
  schema,
  mediaType,
}: Parameter): [name: string, style: FieldStyle][] {
  if (mediaType !== undefined) return bodyFormat(mediaType) === 'json' ? [[name, 'json']] : [];
  const written = isScalar(schema) ? undefined : nameStyle(style, explode);
  return written === undefined ? [] : [[name, written]];
}

function nameStyle(style: string, explode: boolean): FieldStyle | undefined {
  if (style === 'deepObject') return 'deep';
  if (explode) return undefined;
  if (style === 'spaceDelimited') return 'space';
  return style === 'pipeDelimited' ? 'pipe' : 'comma';
}

function isScalar({ schema }: SchemaPlace): boolean {
  if (typeof schema === 'boolean') return false;
  const { type } = schema;
  return [type].flat().every((name) => typeof name === 'string' && SCALARS.includes(name));
}

/** A path whose parameters have marks, such as `{;id*}`, where their style or `explode` is not the usual one. */
function writeTemplate({ path, parameters }: Operation): string {
  return parameters.filter(isIn('path')).reduce((template, parameter) => {
    const { name, style, explode, schema } = parameter;
    const mark = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
    const isWhole = !explode || (mark === '' && isScalar(schema));
    return template.replaceAll(`{${name}}`, () => `{${mark}${name}${isWhole ? '' : '*'}}`);
  }, path);
}

function isIn(place: ParameterPlace): (parameter: Parameter) => boolean {
  return (parameter) => parameter.in === place;
}

/** Whether each success has text alone. */
function isText({ responses }: Operation): boolean {
  const media = responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content);
  return media.length > 0 && media.every(({ type }) => bodyFormat(type) === 'text');
}
