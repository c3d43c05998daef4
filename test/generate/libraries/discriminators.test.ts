import { beforeAll, describe, expect, test } from 'vitest';
import { LIBRARIES } from '../../../src/generate/libraries/libraries.ts';
import { type ImportedSchemas, importSchemas } from './import-schemas.ts';

const SPEC = `
paths: {}
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      properties: { kind: { type: string } }
      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } }
    Cat:
      allOf:
        - { $ref: '#/components/schemas/Pet' }
        - { type: object, properties: { meow: { type: boolean } } }
    Dog:
      allOf:
        - { $ref: '#/components/schemas/Pet' }
        - { type: object, properties: { bark: { type: boolean } } }
    Owner:
      type: object
      required: [pet]
      properties: { pet: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { name: { type: string } } }] } }
    Mapped:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog', puppy: '#/components/schemas/Dog' } }
    A: { type: object, required: [kind], properties: { kind: { const: A }, a: { type: integer } } }
    B: { type: object, required: [kind], properties: { kind: { enum: [B] }, b: { type: integer } } }
    Literal:
      oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }]
      discriminator: { propertyName: kind }
    Same:
      oneOf: [{ $ref: '#/components/schemas/A' }, { allOf: [{ $ref: '#/components/schemas/A' }] }]
      discriminator: { propertyName: kind }
    Circle:
      type: object
      required: [kind]
      properties: { kind: { type: string } }
      oneOf: [{ $ref: '#/components/schemas/Round' }]
      discriminator: { propertyName: kind }
    Round: { allOf: [{ $ref: '#/components/schemas/Circle' }, { type: object, properties: { radius: { type: number } } }] }
`;

describe.each(Object.values(LIBRARIES))('a schema of $name', (library) => {
  let schemas: ImportedSchemas;
  beforeAll(async () => {
    schemas = await importSchemas(SPEC, library);
  });

  test.each([
    ['a parent', 'Pet', { kind: 'cow' }, true],
    ['a parent without the property', 'Pet', {}, false],
    ['a child', 'Cat', { kind: 'cat', meow: true }, true],
    ['a child without the property of its parent', 'Cat', { meow: true }, false],
    ['a child written in place', 'Owner', { pet: { kind: 'cat', name: 'x' } }, true],
    ['one without the property of its parent', 'Owner', { pet: { name: 'x' } }, false],
    ['the alternative that a value names', 'Mapped', { kind: 'cat', meow: true }, true],
    ['another alternative', 'Mapped', { kind: 'dog', bark: true }, true],
    ['an alternative by its second value', 'Mapped', { kind: 'puppy', bark: true }, true],
    ['the named alternative alone', 'Mapped', { kind: 'cat', meow: 1 }, false],
    ['no unknown value', 'Mapped', { kind: 'cow' }, false],
    ['a literal', 'Literal', { kind: 'A', a: 1 }, true],
    ['a value of one', 'Literal', { kind: 'B', b: 1 }, true],
    ['no other literal', 'Literal', { kind: 'C' }, false],
    [
      'a parent that lists the children that extend it',
      'Circle',
      { kind: 'Round', radius: 1 },
      true,
    ],
    ['no wrong child of it', 'Circle', { kind: 'Round', radius: 'r' }, false],
    ['the same literal twice', 'Same', { kind: 'A', a: 1 }, true],
  ])('takes %s', (_, name, value, isValid) => {
    expect(schemas.accepts(name, value)).toBe(isValid);
  });

  test('chooses by the literal itself where each alternative has its own', () => {
    const choices = { zod: "z.discriminatedUnion('kind', [", valibot: "v.variant('kind', [" };
    const choice = choices[library.name];
    expect(schemas.text).toContain(`${library.namespace}Literal = /* @__PURE__ */ ${choice}`);
    expect(schemas.text.split(choice)).toHaveLength(2);
  });
});
