import { readHint, type SchemaHint } from '../schemas/schema-hint.ts';
import { listObjectChecks } from './checks.ts';
import type { ResolverContext, Resolvers } from './library.ts';

type ZodResolvers = Resolvers<'zod'>;
type Context<Kind extends keyof ZodResolvers> = ResolverContext<ZodResolvers, Kind>;
type Chain = ReturnType<Context<'string'>['nodes']['base']>;

/** How each kind of schema is written, where the generator itself writes less or something else. */
export const RESOLVERS: ZodResolvers = {
  array: (context) => {
    const { nodes, schema, symbols, $ } = context;
    const { minItems, uniqueItems } = readHint(schema);
    if (minItems === undefined && !uniqueItems) return undefined;
    nodes.length = () => undefined;
    const base = nodes.base(context);
    const min = minItems === undefined ? nodes.minLength(context) : undefined;
    const max = minItems === undefined ? nodes.maxLength(context) : undefined;
    return withChecks(base, [
      ...[min, max].filter((check) => check !== undefined),
      ...(minItems === undefined ? [] : [$(symbols.z).attr('length').call($.literal(minItems))]),
      ...(uniqueItems ? [$('uniqueItems').call()] : []),
    ]);
  },
  number: (context) => {
    const { nodes, schema, symbols, $ } = context;
    const { multipleOf } = readHint(schema);
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
    const hasBoth =
      (minimum !== undefined && exclusiveMinimum !== undefined) ||
      (maximum !== undefined && exclusiveMaximum !== undefined);
    if (schema.const !== undefined || (multipleOf === undefined && !hasBoth)) return undefined;
    return withChecks(nodes.base(context), [
      ...[nodes.min(context), nodes.max(context)].filter((check) => check !== undefined),
      ...(hasBoth ? writeLimits(context) : []),
      ...(multipleOf === undefined
        ? []
        : [$(symbols.z).attr('multipleOf').call($.literal(multipleOf))]),
    ]);
  },
  object: (context) => {
    const { nodes, schema, symbols, $ } = context;
    const checks = writeObjectChecks($, readHint(schema));
    const { additionalProperties, properties } = schema;
    const hasProperties = properties !== undefined && Object.keys(properties).length > 0;
    const others = additionalProperties === false ? 'never' : additionalProperties?.type;
    if (!hasProperties && others !== 'never') {
      return checks.length === 0 ? undefined : withChecks(writeOpen(), checks);
    }
    if (others === 'never') {
      return withChecks($(symbols.z).attr('strictObject').call(nodes.shape(context)), checks);
    }
    if (others === undefined || others === 'unknown') {
      return checks.length === 0 ? undefined : withChecks(writeLoose(), checks);
    }
    return withChecks(writeCatchall(), checks);

    function writeOpen(): Chain {
      return additionalProperties === undefined ? writeLoose() : nodes.base(context);
    }

    function writeLoose(): Chain {
      return $(symbols.z).attr('looseObject').call(nodes.shape(context));
    }

    function writeCatchall(): Chain {
      const { properties: _, ...rest } = schema;
      const other = nodes.additionalProperties({ ...context, schema: rest });
      const object = $(symbols.z).attr('object').call(nodes.shape(context));
      return $(symbols.z)
        .attr('catchall')
        .call(object, other ?? $(symbols.z).attr('unknown').call());
    }
  },
  string: (context) => {
    const { nodes, schema, symbols, $ } = context;
    const z = $(symbols.z);
    if (readHint(schema).isNever) return z.attr('never').call();
    switch (schema.format) {
      case 'uuid':
        // Zod's `uuid` accepts only the versions and variants of
        // https://www.rfc-editor.org/rfc/rfc9562#section-4; the JSON Schema format is zod's `guid`.
        nodes.format = () => z.attr('guid').call();
        break;
      case 'duration':
        nodes.format = () => z.attr('iso').attr('duration').call();
        break;
      case 'hostname':
        nodes.format = () => z.attr('hostname').call();
        break;
      case 'byte':
        nodes.format = () => z.attr('base64').call();
        break;
      case 'time':
        // A time has an offset, https://www.rfc-editor.org/rfc/rfc3339#section-5.6.
        nodes.format = () => $('timeWithOffset').call();
        break;
      case 'uri':
        nodes.format = () => $('absoluteUri').call();
        break;
      case 'uri-reference':
        nodes.format = () => $('uriReference').call();
        break;
    }
    return undefined;
  },
  tuple: (context) => {
    const { applyModifiers, childResults, schema, symbols, $ } = context;
    const { minItems, maxItems, hasRest, uniqueItems } = readHint(schema);
    if (minItems === undefined) return undefined;
    const items = hasRest ? childResults.slice(0, -1) : childResults;
    const rest = hasRest ? childResults.at(-1) : undefined;
    const nodes = items.map(
      (item, index) => applyModifiers(item, { optional: index >= minItems }).chain,
    );
    const more = rest === undefined ? [] : [applyModifiers(rest, { optional: false }).chain];
    const tuple = $(symbols.z)
      .attr('tuple')
      .call($.array(...nodes), ...more);
    return withChecks(tuple, [
      ...(minItems > items.length
        ? [$(symbols.z).attr('minLength').call($.literal(minItems))]
        : []),
      ...(maxItems === undefined ? [] : [$(symbols.z).attr('maxLength').call($.literal(maxItems))]),
      ...(uniqueItems ? [$('uniqueItems').call()] : []),
    ]);
  },
  union: (context) => {
    const { childResults, parentSchema, schemas, symbols, $ } = context;
    if (!readHint(parentSchema).isExclusive || parentSchema.discriminator) return undefined;
    const alternatives = childResults.filter((_, index) => schemas[index]?.type !== 'null');
    if (alternatives.length < 2) return undefined;
    const chains = alternatives.map(({ chain }) => chain);
    return $(symbols.z)
      .attr('xor')
      .call(
        $.array()
          .pretty()
          .elements(...chains),
      );
  },
};

function withChecks(base: Chain, checks: readonly Chain[]): Chain {
  return checks.length === 0 ? base : base.attr('check').call(...checks);
}

function writeLimits({ schema, symbols, $ }: Context<'number'>): Chain[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return [
    ...(minimum !== undefined && exclusiveMinimum !== undefined
      ? [$(symbols.z).attr('gte').call($.fromValue(minimum))]
      : []),
    ...(maximum !== undefined && exclusiveMaximum !== undefined
      ? [$(symbols.z).attr('lte').call($.fromValue(maximum))]
      : []),
  ];
}

function writeObjectChecks($: Context<'object'>['$'], hint: SchemaHint): Chain[] {
  return listObjectChecks(hint).map(({ name, given }) =>
    $(name).call(...given.map((each) => $.fromValue(each))),
  );
}
