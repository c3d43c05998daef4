import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { Serialization } from '../model/contract.ts';
import type { ObjectShape } from '../model/object-shape.ts';
import type { ResolveSchema } from '../model/resolve-schema.ts';
import { splitName } from './bracket-names.ts';
import { describeKind, type ValueKind } from './value-kind.ts';

/** How a parameter, header or form field is read. */
export interface ParameterDescription {
  readonly kind: ValueKind;
  readonly items: ValueKind;
  /** Members, when the value is serialized as an object. */
  readonly shape: ObjectShape | undefined;
  /** Path to what is sent below the name in brackets, for a list or object in a query. */
  readonly steps: readonly string[] | undefined;
}

/** Describes a parameter; once, because every request needs it. */
export function describeParameter(
  serialization: Serialization,
  resolve: ResolveSchema,
): ParameterDescription {
  return descriptionsOf(resolve)(serialization);
}

const descriptionsOf = memoizePerObject((resolve: ResolveSchema) =>
  memoizePerObject((serialization: Serialization) => readDescription(serialization, resolve)),
);

function readDescription(
  { name, in: place, style, schema, mediaType }: Serialization,
  resolve: ResolveSchema,
): ParameterDescription {
  const kind = describeKind(schema.schema, resolve);
  const isDeep = style === 'deepObject';
  const isNested = isDeep || kind.allowsList || kind.allowsObject;
  return {
    kind,
    items: describeKind(kind.items, resolve),
    shape: kind.isObject || isDeep ? kind.shape : undefined,
    steps:
      place === 'query' && isNested && mediaType === undefined
        ? splitName(kind.allowsList ? name.replace(/\[\]$/, '') : name)
        : undefined,
  };
}
