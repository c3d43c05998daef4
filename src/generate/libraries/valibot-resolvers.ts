import { readHint } from '../schemas/schema-hint.ts';
import { listObjectChecks } from './checks.ts';
import type { ResolverContext, Resolvers } from './library.ts';

type ValibotResolvers = Resolvers<'valibot'>;
type Context<Kind extends keyof ValibotResolvers> = ResolverContext<ValibotResolvers, Kind>;
type Call = ReturnType<Context<'object'>['pipes']['toNode']>;
type Caller = Pick<Context<'array'>, '$' | 'plugin'>;

/** Checks of formats that Valibot lacks, or is less exact about. */
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'dateTime',
  date: 'date',
  time: 'timeWithOffset',
  duration: 'duration',
  hostname: 'hostname',
  uri: 'absoluteUri',
  'uri-reference': 'uriReference',
};

/** Actions of Valibot by format, where the generator takes another one or none. */
const ACTIONS: Readonly<Record<string, string>> = { byte: 'base64', ipv4: 'ipv4', ipv6: 'ipv6' };

/** How each kind of schema is written, where the generator itself writes less or something else. */
export const RESOLVERS: ValibotResolvers = {
  array: (context) => {
    const { nodes, schema } = context;
    const { minItems, uniqueItems } = readHint(schema);
    if (minItems === undefined && !uniqueItems) return undefined;
    const limits =
      minItems === undefined
        ? [nodes.minLength(context), nodes.maxLength(context)]
        : [call(context, 'length', context.$.literal(minItems))];
    return [nodes.base(context), ...limits, ...writeUnique(context, uniqueItems)]
      .flat()
      .filter((pipe) => pipe !== undefined);
  },
  number: (context) => {
    const { nodes, schema, $ } = context;
    const { multipleOf } = readHint(schema);
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
    if (schema.const !== undefined) return undefined;
    const limits = [
      minimum !== undefined && exclusiveMinimum !== undefined
        ? call(context, 'minValue', $.fromValue(minimum))
        : undefined,
      maximum !== undefined && exclusiveMaximum !== undefined
        ? call(context, 'maxValue', $.fromValue(maximum))
        : undefined,
      multipleOf === undefined ? undefined : call(context, 'multipleOf', $.literal(multipleOf)),
    ];
    return [nodes.base(context), nodes.min(context), nodes.max(context), ...limits]
      .flat()
      .filter((pipe) => pipe !== undefined);
  },
  object: (context) => {
    const checks = writeObjectChecks(context);
    const object = writeObject(context, checks.length > 0);
    // Valibot takes an array for an object, so that it is refused for lack of a member alone.
    const { properties = {}, required = [] } = context.schema;
    const isArrayRefused = required.some(
      (name) => !Reflect.has([], name) && properties[name]?.default === undefined,
    );
    return [isArrayRefused ? object : addition(context, 'notArray', object), ...checks];
  },
  string: (context) => {
    const { nodes, schema, $ } = context;
    if (readHint(schema).isNever) return call(context, 'never');
    const check = FORMATS[schema.format ?? ''];
    const action = ACTIONS[schema.format ?? ''];
    if (check !== undefined) nodes.format = () => addition(context, check);
    if (action !== undefined) nodes.format = () => call(context, action);
    // Valibot counts units of UTF-16, and JSON Schema characters.
    const { minLength = 0, maxLength } = schema;
    nodes.length = () => undefined;
    if (minLength > 1)
      nodes.minLength = () => addition(context, 'minCharacters', $.literal(minLength));
    if (maxLength !== undefined) {
      nodes.maxLength = () => addition(context, 'maxCharacters', $.literal(maxLength));
    }
    return undefined;
  },
  tuple: (context) => {
    const { applyModifiers, pipes, plugin, schema, walk, $ } = context;
    const { minItems, maxItems, hasRest, uniqueItems } = readHint(schema);
    if (minItems === undefined) return undefined;
    const children = (schema.items ?? []).map((item) => walk(item, context));
    const items = hasRest ? children.slice(0, -1) : children;
    const rest = hasRest ? children.at(-1) : undefined;
    const nodes = items.map((item, index) =>
      pipes.toNode(applyModifiers(item, { optional: index >= minItems }).pipes, plugin),
    );
    const list = $.array(...nodes);
    const tuple =
      rest === undefined
        ? call(context, 'strictTuple', list)
        : call(context, 'tupleWithRest', list, pipes.toNode(applyModifiers(rest).pipes, plugin));
    // What is missing would be there as undefined behind the tuple.
    return [
      call(context, 'array', call(context, 'unknown')),
      ...(minItems > 0 ? [call(context, 'minLength', $.literal(minItems))] : []),
      ...(maxItems === undefined ? [] : [call(context, 'maxLength', $.literal(maxItems))]),
      ...writeUnique(context, uniqueItems),
      tuple,
    ];
  },
  union: (context) => {
    const { childResults, parentSchema, pipes, plugin, schemas, $ } = context;
    const alternatives = childResults.filter((_, index) => schemas[index]?.type !== 'null');
    const nodes = alternatives.map((each) => pipes.toNode(each.pipes, plugin));
    if (nodes.length < 2) return undefined;
    const isLazy = alternatives.some(({ meta }) => meta.hasLazy);
    if (parentSchema.discriminator && !isLazy) return undefined;
    const list = $.array()
      .pretty()
      .elements(...nodes);
    return readHint(parentSchema).isExclusive
      ? addition(context, 'exactlyOne', list)
      : call(context, 'union', list);
  },
};

function writeObject(context: Context<'object'>, hasChecks: boolean): Call {
  const { nodes, schema } = context;
  const others = schema.additionalProperties;
  const hasProperties = Object.keys(schema.properties ?? {}).length > 0;
  const shape = nodes.shape(context);
  if (others === false || others?.type === 'never') return call(context, 'strictObject', shape);
  if (others === undefined || others.type === 'unknown') {
    // Checks see what others there are.
    return call(context, hasChecks || !hasProperties ? 'looseObject' : 'object', shape);
  }
  const other = writeMember(context, others);
  return hasProperties
    ? call(context, 'objectWithRest', shape, other)
    : call(context, 'record', call(context, 'string'), other);
}

/** Writes the schema of a member, which may be null. */
function writeMember(
  { applyModifiers, path, pipes, plugin, walk, _childResults }: Context<'object'>,
  schema: Parameters<Context<'object'>['walk']>[0],
): Call {
  const result = walk(schema, { path, plugin });
  _childResults.push(result);
  return pipes.toNode(applyModifiers(result).pipes, plugin);
}

function call({ plugin, $ }: Caller, name: string, ...given: Parameters<Call['call']>): Call {
  return $(plugin.imports.v)
    .attr(name)
    .call(...given);
}

function addition({ $ }: Caller, name: string, ...given: Parameters<Call['call']>): Call {
  return $(name).call(...given);
}

function writeObjectChecks(context: Context<'object'>): Call[] {
  const { schema, $ } = context;
  return listObjectChecks(readHint(schema)).map(({ name, given }) =>
    addition(context, name, ...given.map((each) => $.fromValue(each))),
  );
}

function writeUnique(context: Caller, isUnique: true | undefined): Call[] {
  return isUnique ? [addition(context, 'uniqueItems')] : [];
}
