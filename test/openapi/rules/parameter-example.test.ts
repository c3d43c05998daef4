import { describe, expect, test } from 'vitest';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/parameter-example';

function specWith(parameter: string): string {
  return `
paths:
  /shares:
    get:
      parameters:
        - ${parameter}
`;
}

describe(RULE, () => {
  test.each(['query', 'header', 'path', 'cookie'])(
    'refuses a %s parameter without example',
    async (place) => {
      const spec = specWith(`{ name: page, in: ${place}, schema: { type: integer } }`);
      expect(await lintSpec(RULE, spec)).toEqual([
        {
          message: `Parameter "page" (${place}): expected an example, found none. Add "example" or "examples" to it.`,
          at: 'openapi.yaml#/paths/~1shares/get/parameters/0',
        },
      ]);
    },
  );
});
