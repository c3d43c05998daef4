import { describe, expect, test } from 'vitest';
import { ContractError } from '../../../src/contract/model/contract-error.ts';
import { formatViolation } from '../../../src/contract/model/describe-violation.ts';
import { createAjv, DOCUMENT_ID } from '../../../src/contract/validate/create-ajv.ts';
import { compileReferencesLazily } from '../../../src/contract/validate/lazy-references.ts';
import { createSchemaValidator } from '../../../src/contract/validate/schema-validator.ts';
import { contractOf } from '../../support/test-contract.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Schemas that all reach each other. */
const schemas = {
  Order: {
    type: 'object',
    required: ['id'],
    properties: { id: {}, buyer: ref('User'), by: ref('User') },
  },
  User: {
    type: 'object',
    required: ['name'],
    properties: { name: {}, orders: { items: ref('Order') } },
  },
  Broken: { type: 'object', properties: { order: ref('Order'), a: { typ: 'integer' } } },
  UsesBroken: { type: 'object', properties: { broken: ref('Broken') } },
  Small: { type: 'string' },
  UsesSmall: { type: 'object', properties: { small: ref('Small') } },
  Tree: { type: 'object', properties: { kids: { type: 'array', items: ref('Tree') } } },
  Base: { type: 'object', properties: { a: {}, next: ref('User') } },
  Closed: { allOf: [ref('Base')], properties: { b: {} }, unevaluatedProperties: false },
  First: { type: 'array', prefixItems: [ref('Order')] },
  ClosedFirst: { allOf: [ref('First')], unevaluatedItems: false },
  List: { type: 'array', items: ref('Order') },
  ClosedList: { allOf: [ref('List')], unevaluatedItems: false },
};
const contract = contractOf({ components: { schemas } });

function placeOf(name: keyof typeof schemas) {
  return { pointer: `/components/schemas/${name}`, schema: {} };
}

function check(name: keyof typeof schemas, value: unknown): string[] {
  return createSchemaValidator(contract)(placeOf(name), value, 'body').map(formatViolation);
}

/** Checks values in turn, and lists what was compiled for each. */
function compiledFor(name: keyof typeof schemas, ...values: unknown[]): string[][] {
  const ajv = createAjv(contract.document, {});
  let uris: string[] = [];
  const compile = (uri: string) => {
    uris.push(uri.slice(uri.lastIndexOf('/') + 1));
    const validate = ajv.getSchema(uri);
    if (validate === undefined) throw new Error(uri);
    return validate;
  };
  compileReferencesLazily(ajv, DOCUMENT_ID, compile);
  const validate = ajv.compile({ $ref: `${DOCUMENT_ID}#/components/schemas/${name}` });
  return values.map((value) => {
    uris = [];
    validate(value);
    return uris;
  });
}

describe('a reference', () => {
  test('is compiled when a value first gets there, once', () => {
    const deep = { id: 1, buyer: { name: 'a', orders: [{ id: 2, by: { name: 'b' } }] } };
    expect(compiledFor('Order', {}, { id: 1 }, deep, deep)).toEqual([['Order'], [], ['User'], []]);
  });

  test('to a small schema is inlined', () => {
    expect(compiledFor('UsesSmall', { small: 'a' })).toEqual([['UsesSmall']]);
    expect(check('UsesSmall', { small: 1 })).toEqual([
      'body at /small: expected string, got number 1',
    ]);
  });

  test('reports what breaks its target, at each depth', () => {
    const value = { id: 1, buyer: { orders: [{}] } };
    const lines = [
      'body at /buyer/name: expected a value, got nothing',
      'body at /buyer/orders/0/id: expected a value, got nothing',
    ];
    // The first time compiles.
    expect(check('Order', value)).toEqual(lines);
    expect(check('Order', value)).toEqual(lines);
    expect(check('Tree', { kids: [{ kids: [{ kids: 1 }] }] })).toHaveLength(1);
  });

  test('tells what its target evaluated', () => {
    expect(check('Closed', { a: 1, b: 2 })).toEqual([]);
    expect(check('Closed', { a: 1, c: 2 })).toHaveLength(1);
    expect(check('ClosedFirst', [{ id: 1 }])).toEqual([]);
    expect(check('ClosedFirst', [{ id: 1 }, 2])).toHaveLength(1);
    expect(check('ClosedList', [{ id: 1 }, { id: 2 }])).toEqual([]);
  });
});

describe('a schema that cannot be enforced', () => {
  test('does no harm to values that do not get there', () => {
    expect(check('UsesBroken', {})).toEqual([]);
  });

  test('is named itself, not the one that refers to it', () => {
    const use = () => check('UsesBroken', { broken: {} });
    expect(use).toThrow(ContractError);
    expect(use).toThrow('test.yaml#/components/schemas/Broken: schema cannot be enforced: ');
  });

  test('is accepted alone, and the schemas around it are enforced, where errors are taken', () => {
    const errors: (string | undefined)[] = [];
    const onUncompilable = ({ pointer }: ContractError) => errors.push(pointer);
    const validate = createSchemaValidator(contract, { onUncompilable });
    const count = (value: unknown) => validate(placeOf('UsesBroken'), value, 'body').length;
    expect([count({ broken: 1 }), count({ broken: 2 }), count(1)]).toEqual([0, 0, 1]);
    expect(errors).toEqual(['/components/schemas/Broken']);
  });
});
