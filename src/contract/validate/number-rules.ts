import { _, type Ajv, str } from 'ajv';
import { isMultiple } from '../model/decimal.ts';

/**
 * Ranges of the numeric formats, https://spec.openapis.org/registry/format/. Those of `int64` are
 * the doubles of its bounds; `parseJson` keeps numbers beyond them apart. A number that is too large
 * for `double` is infinite, and no number for ajv.
 */
const FORMATS: Readonly<Record<string, (value: number) => boolean>> = {
  int64: (value) => Number.isInteger(value) && -(2 ** 63) <= value && value <= 2 ** 63,
  float: (value) => Number.isFinite(Math.fround(value)),
};

/** Makes an ajv check `multipleOf` by decimals, and the ranges of numeric formats. */
export function addNumberRules(ajv: Ajv): void {
  for (const [name, validate] of Object.entries(FORMATS)) {
    ajv.addFormat(name, { type: 'number', validate });
  }
  ajv.removeKeyword('multipleOf');
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    errors: false,
    validate: (step: number, value: number) => isMultiple(value, step),
    error: {
      message: ({ schema }) => str`must be multiple of ${schema}`,
      params: ({ schema }) => _`{multipleOf: ${schema}}`,
    },
  });
}
