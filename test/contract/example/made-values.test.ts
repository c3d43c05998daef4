import fc from 'fast-check';
import { expect, test } from 'vitest';
import { propertyRuns } from '../../support/property-runs.ts';
import { correctBy } from './correct-by.ts';
import { drawSchema } from './satisfiable-schema.ts';

test('correctValue finds a value for each schema that has one', () => {
  const name = fc.constantFrom('a', 'bc', '$ref', 'type', 'x/y', '');
  const { value: anyValue } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.constantFrom(null, true, false, '', 'a', 'ÄB', '12', 'string', 'Word'),
      fc.integer({ min: -20, max: 20 }),
      fc.constantFrom(0.5, -1.25),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(anyValue, anyValue, fc.gen(), (value, former, draw) => {
      const schema = drawSchema(draw, value);
      expect(correctBy(schema, value)).toEqual(value);
      expect(correctBy(schema, former), JSON.stringify(schema)).toBeDefined();
    }),
    propertyRuns(100, 7),
  );
});
