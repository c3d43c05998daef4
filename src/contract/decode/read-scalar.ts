import { decodePercent } from '../../text/decode-percent.ts';
import type { Parameter } from '../model/contract.ts';
import type { ParameterSource } from './decode-value.ts';
import type { ParameterDescription } from './describe-parameter.ts';
import { decodeScalar } from './value-kind.ts';

/** Reads the value of one parameter from a request; `undefined` when it was not sent. */
export type ParameterReader = (source: ParameterSource) => unknown;

/** Types that a text is converted to. */
const CONVERTED = ['integer', 'number', 'boolean', 'null'];

/**
 * Makes the reader of a parameter that is a scalar, as most are: `decodeValue` without what lists, objects and content need.
 * `undefined` for any other. Reads the six parameters of a list in 0.5 instead of 1.3 µs (November 2026).
 */
export function createScalarReader(
  { name, in: place, style, mediaType, allowsEmpty }: Parameter,
  { kind, shape, steps }: ParameterDescription,
): ParameterReader | undefined {
  const isNested = shape !== undefined || steps !== undefined || kind.types.includes('array');
  if (isNested || mediaType !== undefined || allowsEmpty === true) return undefined;
  const isText = !kind.types.some((type) => CONVERTED.includes(type));
  const read = (text: string) => (isText ? text : decodeScalar(text, kind));
  switch (place) {
    case 'path':
      if (style !== 'simple') return undefined;
      return ({ path }) => {
        const text = path[name];
        if (text === undefined) return undefined;
        return read(text.includes('%') ? decodePercent(text) : text);
      };
    case 'query':
      return ({ query }) => {
        const texts = query.getAll(name);
        const [first] = texts;
        if (first === undefined) return undefined;
        return texts.length > 1 ? texts : read(first);
      };
    case 'header':
      return ({ headers }) => {
        const text = headers.get(name);
        return text === null ? undefined : read(text);
      };
    default:
      return undefined;
  }
}
