import { expect, test } from 'vitest';
import { generateTypes } from '../../../src/generate/generate-types.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';
import { writeConsumer } from '../consumer.ts';

const SPEC = `
paths:
  /pet:
    get:
      operationId: getPet
      responses:
        "200": { description: Pet., content: { application/json: { schema: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { extra: { type: string } } }] } } } }
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      properties: { kind: { type: string }, name: { type: string } }
      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { meow: { type: boolean } } }] }
    Kitten: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { small: { type: boolean } } }] }
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { bark: { type: boolean } } }] }
    Owner: { type: object, required: [pet], properties: { pet: { allOf: [{ $ref: '#/components/schemas/Pet' }] } } }
    Limited:
      type: object
      properties: { kind: { enum: [x, y] } }
      discriminator: { propertyName: kind }
    OfLimited: { allOf: [{ $ref: '#/components/schemas/Limited' }] }
    Union:
      oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }]
      discriminator: { propertyName: kind, mapping: { a: '#/components/schemas/A', b: '#/components/schemas/B' } }
    OtherUnion:
      oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/C' }]
      discriminator: { propertyName: kind, mapping: { other: '#/components/schemas/A', c: '#/components/schemas/C', d: '#/components/schemas/C' } }
    A: { type: object, required: [kind], properties: { kind: { type: string }, a: { type: integer } } }
    B: { allOf: [{ $ref: '#/components/schemas/A' }, { type: object, properties: { b: { type: integer } } }] }
    C: { type: object, properties: { c: { type: integer } } }
    OfUnion: { allOf: [{ $ref: '#/components/schemas/Union' }, { type: object, required: [w], properties: { w: { type: string } } }] }
    Circle:
      type: object
      required: [kind]
      properties: { kind: { type: string } }
      oneOf: [{ $ref: '#/components/schemas/Round' }]
      discriminator: { propertyName: kind }
    Round: { allOf: [{ $ref: '#/components/schemas/Circle' }, { type: object, properties: { radius: { type: number } } }] }
    Text: { type: [string, "null"] }
    RefType: { $ref: '#/components/schemas/Text', type: string }
    RefEnum: { $ref: '#/components/schemas/Text', enum: [a] }
    RefRequired: { $ref: '#/components/schemas/C', required: [c] }
    RefMore: { type: object, properties: { c: { $ref: '#/components/schemas/C', properties: { d: { type: string } }, required: [d] } } }
    RefPlain: { $ref: '#/components/schemas/C', maxProperties: 2, description: C. }
    AnyMore: { type: object, required: [a], properties: { a: { type: string } }, anyOf: [{ type: object, required: [b], properties: { b: { type: string } } }, { type: object, required: [d], properties: { d: { type: string } } }] }
    AnyRequired: { type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }
    PartRequired: { allOf: [{ $ref: '#/components/schemas/C' }, { required: [c] }] }
    Null: { const: null }
    Required: { type: object, required: [z] }
    Open: { type: object }
    Closed: { type: object, additionalProperties: false }
    Empty: {}
    Long: { type: integer, format: int64 }
    Values: { type: [string, "null"], enum: [a, null] }
`;

const USE = `
import type * as t from './types.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// A property stays where a schema that has a discriminator is extended.
export const kinds: Same<t.Owner['pet']['kind'], string> = true;
type Answer = t.paths['/pet']['get']['responses'][200]['content']['application/json'];
export const answered: Same<Answer['kind'], string> = true;
export const cat: Same<t.Cat['kind'], 'cat' | 'Kitten'> = true;
export const kitten: Same<t.Kitten['kind'], 'Kitten'> = true;
export const dog: Same<t.Dog['kind'], 'Dog'> = true;
export const limited: Same<t.OfLimited['kind'], 'x' | 'y' | undefined> = true;

// The values of a union stand in it.
export const union: Same<t.Union['kind'], 'a' | 'b'> = true;
export const other: Same<t.OtherUnion['kind'], 'other' | 'c' | 'd'> = true;
export const narrowed = (value: t.Union) => (value.kind === 'b' ? value.b : value.a);
export const ofUnion: Same<t.OfUnion['kind'], 'a' | 'b'> = true;
export const ofUnionToo: Same<t.OfUnion['w'], string> = true;
export const circle: t.Circle = { kind: 'Round', radius: 1 };

// A reference has siblings.
export const refType: t.RefType = 'a';
// @ts-expect-error No null.
export const noNull: t.RefType = null;
export const refEnum: Same<t.RefEnum, 'a'> = true;
export const refRequired: Same<t.RefRequired['c'], number> = true;
export const refMore: t.RefMore = { c: { c: 1, d: 'a' } };
// @ts-expect-error The sibling requires d.
export const refLess: t.RefMore = { c: { c: 1 } };
export const refPlain: Same<t.RefPlain, t.C> = true;

// What stands beside anyOf holds with each alternative.
export const anyMore = ({ a }: t.AnyMore): string => a;
export const anyRequired: t.AnyRequired = { b: 'b' };
// @ts-expect-error Neither is there.
export const none: t.AnyRequired = {};
export const partRequired: Same<t.PartRequired['c'], number> = true;

export const nothing: Same<t.Null, null> = true;
export const required: t.Required = { z: 1 };
export const open: t.Open = { any: 1 };
// @ts-expect-error No member.
export const closed: t.Closed = { any: 1 };
export const empty: Same<t.Empty, unknown> = true;
export const long: Same<t.Long, number> = true;
export const values: Same<t.Values, 'a' | null> = true;
`;

test('types say what the schemas say', async () => {
  const types = await generateTypes(await contractFromYaml(SPEC));
  await using consumer = await writeConsumer({ 'types.ts': types, 'use.ts': USE });
  expect(consumer.compile()).toEqual([]);
});
