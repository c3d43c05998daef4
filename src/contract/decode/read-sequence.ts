import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import { schemaTypes } from '../model/coerce-scalar.ts';
import type { Media } from '../model/contract.ts';
import { readRecords } from '../model/json-records.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import type { SequenceFormat } from '../model/media-type.ts';
import { readShape } from '../model/object-shape.ts';
import { tryJson } from '../model/parse-json.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import {
  isEventShape,
  readEvents,
  type ServerSentEvent,
  toEvents,
} from '../model/server-sent-event.ts';

/** What the schema of a sequential media type describes: the list, each item, or the text. */
export type Described = 'list' | 'item' | 'text';

/** Ends the streams of OpenAI, and of many that follow it; it is no value. */
const END_OF_STREAM = '[DONE]';

/**
 * Reads the items of a body as its schema describes them: text, or an example that is a list or one
 * item. An event is described as such if the schema has its fields, and by its data otherwise.
 *
 * Text stays text if the schema describes text alone. Throws SyntaxError for a malformed item.
 */
export function readSequence(
  body: unknown,
  format: SequenceFormat,
  media: Media,
  resolve: ResolveSchema,
): unknown {
  const { describes, item } = describeSequence(media, resolve);
  if (describes === 'text' && typeof body === 'string') return body;
  if (format === 'events') {
    const events = typeof body === 'string' ? readEvents(body) : toEvents(body);
    return readItems(events, item, resolve);
  }
  return typeof body === 'string' ? readRecords(body) : [body].flat();
}

/** Says what the schema of a sequential media type describes. */
export function describeSequence(media: Media, resolve: ResolveSchema): Description {
  return descriptionsOf(resolve)(media);
}

interface Description {
  readonly describes: Described;
  readonly item: JsonSchema | undefined;
}

const descriptionsOf = memoizePerObject((resolve: ResolveSchema) =>
  memoizePerObject((media: Media) => describe(media, resolve)),
);

/** Before OpenAPI 3.2, authors took `schema` for that of the list, of each item, or of the text. */
function describe({ schema, itemSchema }: Media, resolve: ResolveSchema): Description {
  const types = schemaTypes(schema?.schema, resolve);
  if (itemSchema !== undefined || types.includes('array')) {
    const resolved = resolve(schema?.schema ?? true);
    const items = typeof resolved === 'boolean' ? undefined : resolved.items;
    return { describes: 'list', item: itemSchema?.schema ?? items };
  }
  const isText = types.length > 0 && types.every((type) => type === 'string');
  return { describes: isText ? 'text' : 'item', item: schema?.schema };
}

function readItems(
  events: readonly ServerSentEvent[],
  item: JsonSchema | undefined,
  resolve: ResolveSchema,
): unknown[] {
  const { properties } = readShape(item, resolve);
  if (item === undefined || item === true || isEventShape(properties.keys())) {
    const types = schemaTypes(properties.get('data'), resolve);
    return events.map((event) =>
      'data' in event ? { ...event, data: fitData(event.data, types) } : event,
    );
  }
  const types = schemaTypes(item, resolve);
  const data = events.map((event) => fitData(event.data, types));
  return data.filter((value) => value !== END_OF_STREAM);
}

/** Data is text on its way, which may be the JSON of what its schema describes. */
function fitData(data: unknown, types: readonly string[]): unknown {
  const isText = types.length === 0 || types.includes('string');
  if (typeof data === 'string') return isText ? data : tryJson(data);
  return types.length > 0 && isText ? JSON.stringify(data) : data;
}
