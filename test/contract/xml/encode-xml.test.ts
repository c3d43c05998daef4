import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { decodeXml } from '../../../src/contract/xml/decode-xml.ts';
import { encodeXml } from '../../../src/contract/xml/encode-xml.ts';
import { XmlValueError } from '../../../src/contract/xml/xml-value-error.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const string: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer' };
const attribute: JsonSchema = { type: 'string', xml: { attribute: true } };

/** Every form of the `xml` keyword in one schema. */
const share: JsonSchema = {
  type: 'object',
  xml: { name: 'share', prefix: 's', namespace: 'urn:share' },
  required: ['reader'],
  properties: {
    id: { type: 'string', xml: { attribute: true } },
    kind: { type: 'string', xml: { attribute: true, prefix: 'k', namespace: 'urn:kind' } },
    title: { type: 'string', xml: { prefix: 's', namespace: 'urn:share' } },
    visits: { type: 'integer', xml: { name: 'visit-count' } },
    reader: { type: 'array', items: string },
    tags: {
      type: 'array',
      xml: { wrapped: true, name: 'tag-list' },
      items: { type: 'string', xml: { name: 'tag' } },
    },
    rows: { type: 'array', xml: { wrapped: true }, items: { type: 'array', items: integer } },
    owner: {
      type: 'object',
      properties: {
        name: string,
        active: { type: 'boolean' },
        score: { type: ['number', 'null'] },
      },
    },
  },
};

const roundTrips: [fact: string, schema: JsonSchema, value: unknown][] = [
  ...['', ' ', '\n', '\n  ', ' a ', 'a\nb', 'a\rb', 'a\r\nb', '\t', '0012', '1e3', 'true', 'null'],
  ...['<a>', '&amp;', '&#10;', 'a & b', ']]>', '<![CDATA[x]]>', '<!-- x -->', '<!DOCTYPE a>'],
  ...['"quoted"', "it's", 'é', 'संधि', '日本', '🔗', '\u00a0', '\ufeff'],
].flatMap((text): [string, JsonSchema, unknown][] => [
  [`text ${JSON.stringify(text)}`, string, text],
  [
    `attribute ${JSON.stringify(text)}`,
    { type: 'object', properties: { it: attribute } },
    { it: text },
  ],
]);

roundTrips.push(
  ['integer', integer, -17],
  ['number', { type: 'number' }, 1e-7],
  ['boolean', { type: 'boolean' }, false],
  ['null', { type: ['integer', 'null'] }, null],
  ['empty object', { type: 'object' }, {}],
  ['empty root array', { type: 'array', items: string }, []],
  ['root array', { type: 'array', items: string }, ['', 'a', '01']],
  [
    'array of arrays',
    { type: 'array', items: { type: 'array', items: integer } },
    [[1, 2], [], [3]],
  ],
  ['array of objects', { type: 'array', items: share }, [{ reader: [] }, { reader: ['a'] }]],
  ['share with nothing', share, { reader: [] }],
  [
    'share with everything',
    share,
    {
      id: '007',
      kind: 'a"b\'c',
      title: 'Ärger & <Freude>',
      visits: 0,
      reader: ['one', ''],
      tags: ['x', ' y '],
      rows: [[1], []],
      owner: { name: '', active: true, score: null },
    },
  ],
  ['share with an empty wrapper', share, { reader: [], tags: [] }],
  ['unknown properties', share, { reader: [], extra: { deep: 'a' } }],
  [
    'text beside an attribute',
    { type: 'object', properties: { id: attribute, '#text': integer } },
    { id: '1', '#text': 2 },
  ],
  ['first branch', { oneOf: [share, { type: 'string' }] }, { reader: ['a'] }],
  ['second branch', { oneOf: [share, { type: 'string' }] }, 'text'],
  [
    'allOf',
    { allOf: [{ properties: { a: integer } }, { properties: { b: attribute } }] },
    { a: 1, b: '1' },
  ],
  ['map', { type: 'object', additionalProperties: integer }, { a: 1, b: 2 }],
);

describe('encodeXml', () => {
  test.each(roundTrips)('writes %s so that decodeXml reads it back', (_fact, schema, value) => {
    expect(decodeXml(encodeXml(value, schema), schema)).toEqual(value);
  });

  test('writes declaration, names, namespaces, attributes and wrappers', () => {
    const value = { id: '1', kind: 'k', title: 'T', visits: 2, reader: ['a', 'b'], tags: ['x'] };
    expect(encodeXml(value, share)).toBe(
      `${DECLARATION}<s:share xmlns:s="urn:share" xmlns:k="urn:kind" id="1" k:kind="k">` +
        '<s:title xmlns:s="urn:share">T</s:title><visit-count>2</visit-count>' +
        '<reader>a</reader><reader>b</reader><tag-list><tag>x</tag></tag-list></s:share>',
    );
  });

  test.each<[fact: string, schema: JsonSchema, name: string]>([
    ['xml.name', { type: 'string', xml: { name: 'a' } }, 'a'],
    ['its component', { $ref: '#/components/schemas/Share' }, 'Share'],
    ['its file', { $ref: '../schemas/Share.yaml' }, 'Share'],
    ['xml where nothing names it', string, 'xml'],
  ])('names the root after %s', (_fact, schema, name) => {
    expect(encodeXml('', schema)).toBe(`${DECLARATION}<${name}/>`);
  });

  test.each<[value: unknown, xml: string]>([
    [{ a: 1, b: 2 }, '<xml><first>1</first><b>2</b></xml>'],
    [{ b: 2 }, '<xml b="2"/>'],
    [[1], '<xml><n>1</n></xml>'],
    [5, '<xml>5</xml>'],
    [null, '<xml/>'],
  ])('chooses the branch of oneOf that fits %j', (value, xml) => {
    const schema: JsonSchema = {
      oneOf: [
        { type: 'null' },
        { type: 'number' },
        { type: 'object', required: ['a', 'b'], properties: { a: { xml: { name: 'first' } } } },
        { type: 'object', required: ['b'], properties: { b: attribute } },
        { type: 'array', items: { type: 'integer', xml: { name: 'n' } } },
      ],
    };
    expect(encodeXml(value, schema)).toBe(DECLARATION + xml);
  });

  test('leaves out an undefined property and a null attribute', () => {
    const schema: JsonSchema = { type: 'object', properties: { a: attribute, b: string } };
    expect(encodeXml({ a: null, b: undefined }, schema)).toBe(`${DECLARATION}<xml/>`);
  });

  test('keeps line breaks of an attribute from becoming spaces', () => {
    const schema: JsonSchema = { type: 'object', properties: { a: attribute } };
    expect(encodeXml({ a: '\t\n' }, schema)).toContain('a="&#x9;&#xA;"');
  });

  test.each<[value: unknown, pointer: string, problem: string]>([
    ['\u0001', '', 'found U+0001, a character that XML cannot carry.'],
    [{ a: ['x', '\u0000'] }, '/a/1', 'found U+0000, a character that XML cannot carry.'],
    [{ a: '\ud800' }, '/a', 'found U+D800, a character that XML cannot carry.'],
    [{ 'a b': 1 }, '/a b', '"a b" cannot name an element or attribute.'],
    [{ 'a/b': Number.NaN }, '/a~1b', 'expected a string, number or boolean, found NaN.'],
    [{ id: {} }, '/id', 'expected a string, number or boolean, found a value of type object.'],
    [{ id: [1] }, '/id', 'expected a string, number or boolean, found an array.'],
  ])('refuses %j', (value, pointer, problem) => {
    const schema: JsonSchema = { type: 'object', properties: { id: attribute } };
    expect(() => encodeXml(value, schema)).toThrow(new XmlValueError(pointer, problem));
  });

  test.each<[value: unknown, xml: string, left: string[]]>([
    ['\u0001', '<xml/>', ['']],
    [{ id: {}, a: 1 }, '<xml><a>1</a></xml>', ['/id']],
    [
      { a: ['x', '\u0000', { b: '\b', c: 2 }] },
      '<xml><a>x</a><a><c>2</c></a></xml>',
      ['/a/1', '/a/2/b'],
    ],
    [{ 'a b': 1, d: true }, '<xml><d>true</d></xml>', ['/a b']],
    [{ 'e f': 1, d: true }, '<xml><d>true</d></xml>', ['/e f']],
  ])('leaves out what cannot be written of %j', (value, xml, left) => {
    const properties = { id: attribute, 'e f': attribute };
    const found: string[] = [];
    const tell = ({ pointer }: XmlValueError) => found.push(pointer);
    const written = encodeXml(value, { type: 'object', properties }, undefined, tell);
    expect([written, found]).toEqual([DECLARATION + xml, left]);
  });

  test.each<[schema: JsonSchema, value: unknown, xml: string]>([
    [{ type: 'object' }, { a: 1 }, '<v><a>1</a></v>'],
    [{ type: 'array' }, [1, 2], '<v>1</v><v>2</v>'],
    [{ type: ['string', 'object'] }, 'a', ''],
  ])('writes no attribute that is %j', (schema, value, xml) => {
    const v = { ...Object(schema), xml: { attribute: true } };
    const written = encodeXml({ v: value }, { type: 'object', properties: { v } });
    expect(written).toBe(`${DECLARATION}${xml === '' ? '<xml v="a"/>' : `<xml>${xml}</xml>`}`);
    expect(decodeXml(written, { type: 'object', properties: { v } })).toBeDefined();
  });

  test('says where the value is', () => {
    expect(() => encodeXml({ a: '\b' }, true)).toThrow(
      'Cannot write the value at /a as XML: found U+0008, a character that XML cannot carry.',
    );
    expect(() => encodeXml('\b', true)).toThrow('Cannot write the value as XML: found U+0008');
  });
});
