import { makeNumber } from '../../contract/example/make-number.ts';
import type { SchemaObject } from '../../contract/model/json-schema.ts';
import type { RuleCase } from './rule-cases.ts';

/** Rules about numbers. */
export function listNumberRules(schema: SchemaObject, value: unknown): RuleCase[] {
  if (typeof value !== 'number') return [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, type } = schema;
  const isInteger = [type].flat().includes('integer') && ![type].flat().includes('number');
  const step = stepOf(multipleOf, isInteger);
  const cases: RuleCase[] = [];
  if (typeof minimum === 'number') {
    cases.push({
      keyword: 'minimum',
      what: `less than ${minimum}`,
      breaks: around(schema, minimum, -step, 'minimum', isInteger),
      edges: [{ what: `${minimum}`, values: [minimum] }],
    });
  }
  if (typeof maximum === 'number') {
    cases.push({
      keyword: 'maximum',
      what: `more than ${maximum}`,
      breaks: around(schema, maximum, step, 'maximum', isInteger),
      edges: [{ what: `${maximum}`, values: [maximum] }],
    });
  }
  if (typeof exclusiveMinimum === 'number') {
    cases.push({
      keyword: 'exclusiveMinimum',
      what: `no more than ${exclusiveMinimum}`,
      breaks: [exclusiveMinimum],
      edges: [
        {
          what: `just more than ${exclusiveMinimum}`,
          values: [add(exclusiveMinimum, step), exclusiveMinimum + 1],
        },
      ],
    });
  }
  if (typeof exclusiveMaximum === 'number') {
    cases.push({
      keyword: 'exclusiveMaximum',
      what: `no less than ${exclusiveMaximum}`,
      breaks: [exclusiveMaximum],
      edges: [
        {
          what: `just less than ${exclusiveMaximum}`,
          values: [add(exclusiveMaximum, -step), exclusiveMaximum - 1],
        },
      ],
    });
  }
  if (typeof multipleOf === 'number' && multipleOf > 0) {
    cases.push({
      keyword: 'multipleOf',
      what: `no multiple of ${multipleOf}`,
      breaks: [
        ...(isInteger ? [] : [add(value, multipleOf / 2), add(value, -multipleOf / 2)]),
        ...[1, -1, 2, -2].map((more) => value + more),
      ],
    });
  }
  return cases;
}

function* around(
  schema: SchemaObject,
  limit: number,
  step: number,
  without: string,
  isInteger: boolean,
): Generator<number> {
  yield add(limit, step);
  yield limit + Math.sign(step);
  const rest = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== without));
  const beyond =
    step < 0
      ? { exclusiveMaximum: limit, maximum: limit }
      : { exclusiveMinimum: limit, minimum: limit };
  const made = makeNumber([rest, beyond], undefined, isInteger, 0);
  if (made !== undefined) yield made;
}

function stepOf(multipleOf: unknown, isInteger: boolean): number {
  if (typeof multipleOf === 'number' && multipleOf > 0) return multipleOf;
  return isInteger ? 1 : 0.01;
}

/** Adds without the rounding error of a fraction such as 0.1. */
function add(value: number, step: number): number {
  const digits = Math.max(digitsOf(value), digitsOf(step));
  return digits > 15 ? value + step : Number((value + step).toFixed(digits));
}

function digitsOf(value: number): number {
  const [, fraction = '', exponent = '0'] =
    /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(`${value}`) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}
