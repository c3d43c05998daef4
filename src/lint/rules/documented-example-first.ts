import type { Oas3Rule } from '@redocly/openapi-core';
import { isDocumented, visitExamples } from './visit-examples.ts';

/**
 * Requires the main payload of the provider to be named `documented` and to come first, because
 * tools use the first example by default.
 *
 * More payloads of the provider are named `documented-<what>`.
 */
export const documentedExampleFirst: Oas3Rule = () =>
  visitExamples((examples, ctx) => {
    const names = Object.keys(examples);
    const [first] = names;
    if (!names.includes('documented')) {
      for (const name of names.filter(isDocumented)) {
        ctx.report({
          message: `Example "${name}": expected an example "documented" before it, found none. Name the main payload of the provider "documented".`,
          location: ctx.location.child(['examples', name]).key(),
        });
      }
    } else if (first !== 'documented') {
      ctx.report({
        message: `Example "documented": expected to stand first, found "${first}" before it. Move "documented" to the top.`,
        location: ctx.location.child(['examples', 'documented']).key(),
      });
    }
  });
