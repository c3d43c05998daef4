import type { Oas3Operation, Oas3Rule, UserContext } from '@redocly/openapi-core';
import {
  type Parsed,
  parseEnvelope,
  parseIdempotence,
  parsePaging,
  parseSampleParameters,
} from '../../contract/extensions/parse-extension.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { followReference } from './follow-reference.ts';

/** Refuses `x-pagination`, `x-idempotent`, `x-envelope` and `x-sample-parameters` that no client and no sample can be made of. */
export const clientExtensions: Oas3Rule = () => {
  /** Parameters that all operations of a path have. */
  let shared: readonly Named[] = [];
  return {
    Root(root: object, ctx: UserContext) {
      check(root, 'x-envelope', parseEnvelope, ctx);
    },
    PathItem: {
      enter(item: object, ctx: UserContext) {
        shared = listParameters(item, ctx);
      },
      Operation(operation: Oas3Operation, ctx: UserContext) {
        const all = [...shared, ...listParameters(operation, ctx)];
        const names = (known: readonly Named[]) => [...new Set(known.map(({ name }) => name))];
        const query = names(all.filter((parameter) => parameter.in === 'query'));
        check(operation, 'x-pagination', (value) => parsePaging(value, query), ctx);
        const parse = (value: unknown) => parseSampleParameters(value, names(all));
        check(operation, 'x-sample-parameters', parse, ctx);
        check(operation, 'x-idempotent', parseIdempotence, ctx);
      },
    },
  };
};

interface Named {
  readonly in: unknown;
  readonly name: string;
}

function listParameters(holder: object, ctx: UserContext): Named[] {
  const { parameters } = Object(holder);
  if (!Array.isArray(parameters)) return [];
  return parameters.filter(isJsonObject).map((parameter, index) => {
    const location = ctx.location.child(['parameters', index]);
    const { in: place, name } = Object(followReference(parameter, location, ctx)?.node);
    return { in: place, name: String(name) };
  });
}

function check(
  holder: object,
  name: string,
  parse: (value: unknown) => Parsed<unknown>,
  ctx: UserContext,
): void {
  const value: unknown = Object(holder)[name];
  if (value === undefined) return;
  const parsed = parse(value);
  if ('facts' in parsed) return;
  const { keys, message } = parsed.defect;
  ctx.report({ message: `${name}: ${message}.`, location: ctx.location.child([name, ...keys]) });
}
