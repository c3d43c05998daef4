import type { Oas3Operation, Oas3Rule, UserContext } from '@redocly/openapi-core';
import {
  type Parsed,
  parseEnvelope,
  parseIdempotence,
  parsePaging,
} from '../../contract/extensions/parse-extension.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { followReference } from './follow-reference.ts';

/** Refuses `x-pagination`, `x-idempotent` and `x-envelope` of which no client can be generated. */
export const clientExtensions: Oas3Rule = () => {
  /** Names of the query parameters that all operations of a path have. */
  let shared: readonly string[] = [];
  return {
    Root(root: object, ctx: UserContext) {
      check(root, 'x-envelope', parseEnvelope, ctx);
    },
    PathItem: {
      enter(item: object, ctx: UserContext) {
        shared = listQueryNames(item, ctx);
      },
      Operation(operation: Oas3Operation, ctx: UserContext) {
        const known = [...new Set([...shared, ...listQueryNames(operation, ctx)])];
        check(operation, 'x-pagination', (value) => parsePaging(value, known), ctx);
        check(operation, 'x-idempotent', parseIdempotence, ctx);
      },
    },
  };
};

function listQueryNames(holder: object, ctx: UserContext): string[] {
  const { parameters } = Object(holder);
  if (!Array.isArray(parameters)) return [];
  return parameters.filter(isJsonObject).flatMap((parameter, index) => {
    const location = ctx.location.child(['parameters', index]);
    const { in: place, name } = Object(followReference(parameter, location, ctx)?.node);
    return place === 'query' ? [String(name)] : [];
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
