import { unescapeToken } from '../model/json-cursor.ts';
import { bodyFormat } from '../model/media-type.ts';
import type { Origin } from '../model/origin.ts';
import type { Sources } from './load-sources.ts';
import { parseSource } from './parse-source.ts';
import type { Target } from './resolve-reference.ts';

/** Place of an Example Object in a Media Type Object. */
const IN_MEDIA = /\/content\/([^/]+)\/examples\/[^/]+$/;

/**
 * Reads the value of an example from the file that `externalValue` names, which holds it as it is
 * sent (https://spec.openapis.org/oas/v3.2.0#example-object): JSON is parsed, whatever the name of
 * its file, and anything else keeps its bytes.
 *
 * A component has no media type, and is read as the name of the file says.
 */
export function readExternalValue(target: Target, { pointer }: Origin, sources: Sources): unknown {
  const [, type] = IN_MEDIA.exec(pointer) ?? [];
  const source = sources.get(target.source);
  if (type === undefined || source === undefined || !('text' in source)) return target.node;
  const isJson = bodyFormat(unescapeToken(type)) === 'json';
  if (isJson === (source.format !== 'text') || target.pointer !== '') return target.node;
  return isJson ? tryParse(source.name, source.text) : source.text;
}

/** Text that cannot be parsed stays text, which the schema of the example then refuses. */
function tryParse(name: string, text: string): unknown {
  try {
    return parseSource(name, text).value;
  } catch {
    return text;
  }
}
