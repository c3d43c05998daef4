import type {
  Oas3MediaType,
  Oas3Response,
  Oas3Responses,
  Oas3Rule,
  UserContext,
} from '@redocly/openapi-core';
import { followReference, type Located } from './follow-reference.ts';
import { hasExample } from './has-example.ts';

/**
 * Requires content in every 4xx response, and a schema and an example per media type.
 *
 * Reports a response that several operations share once.
 */
export const clientErrorExample: Oas3Rule = () => {
  const checked = new Set<object>();
  return {
    Responses(responses: Oas3Responses, ctx: UserContext) {
      for (const [status, raw] of Object.entries(responses)) {
        if (!/^4(\d\d|XX)$/i.test(status)) continue;
        const response = followReference(raw, ctx.location.child(status), ctx);
        if (!response || checked.has(response.node)) continue;
        checked.add(response.node);
        checkResponse(response, status, ctx);
      }
    },
  };
};

function checkResponse(response: Located<Oas3Response>, status: string, ctx: UserContext): void {
  const content = Object.entries(response.node.content ?? {});
  if (content.length === 0) {
    ctx.report({
      message: `Response ${status}: expected content, found none. Add a media type with schema and examples.`,
      location: response.location.key(),
    });
  }
  for (const [type, media] of content) {
    const missing = listMissing(media);
    if (missing === '') continue;
    ctx.report({
      message: `Response ${status}, ${type}: expected schema and example, found no ${missing}. Add what is missing.`,
      location: response.location.child(['content', type]).key(),
    });
  }
}

function listMissing(media: Oas3MediaType): string {
  const missing = [
    ...(media.schema === undefined ? ['schema'] : []),
    ...(hasExample(media) ? [] : ['example']),
  ];
  return missing.join(' and no ');
}
