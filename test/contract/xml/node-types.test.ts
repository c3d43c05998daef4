import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { createSchemaResolver } from '../../../src/contract/model/resolve-schema.ts';
import { decodeXml } from '../../../src/contract/xml/decode-xml.ts';
import { encodeXml } from '../../../src/contract/xml/encode-xml.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const string: JsonSchema = { type: 'string' };
const named = (name: string, more: object = {}): JsonSchema => ({
  ...more,
  ...string,
  xml: { name },
});
const list = (xml: object, items: JsonSchema = string): JsonSchema => ({
  type: 'array',
  xml,
  items,
});
/** Document with one property `animals`. */
const animals = (property: JsonSchema): JsonSchema => ({
  type: 'object',
  xml: { name: 'document' },
  properties: { animals: property },
});
const pets = { animals: ['dog', 'cat'] };

const Cdata: JsonSchema = {
  type: 'object',
  properties: {
    content: { type: 'string', contentMediaType: 'text/html', xml: { nodeType: 'cdata' } },
  },
};
const html = { content: '<html>&<b>]]></b></html>' };
const htmlText = '<![CDATA[<html>&<b>]]]]><![CDATA[></b></html>]]>';
const resolve = createSchemaResolver({
  components: { schemas: { Cdata, Bare: { ...Cdata, xml: { nodeType: 'none' } } } },
});

const Two: JsonSchema = {
  xml: { name: 'Two' },
  type: 'object',
  required: ['unit', 'value'],
  properties: {
    unit: { type: 'string', xml: { nodeType: 'attribute' } },
    value: { type: 'number', xml: { nodeType: 'text' } },
  },
};
const OneTwoThree: JsonSchema = {
  xml: { nodeType: 'element', name: 'OneTwoThree' },
  type: 'array',
  prefixItems: [named('One'), Two, { xml: { name: 'Three' }, type: ['string', 'null'] }],
};
const Report: JsonSchema = {
  xml: { nodeType: 'element', name: 'Report' },
  type: 'array',
  prefixItems: [
    { xml: { nodeType: 'text' }, type: 'string' },
    { xml: { name: 'data' }, type: 'number' },
    { xml: { nodeType: 'text' }, type: 'string' },
  ],
};
const Point: JsonSchema = {
  type: 'object',
  xml: { nodeType: 'none' },
  properties: {
    x: { type: 'integer', xml: { nodeType: 'attribute' } },
    label: { type: 'string' },
    more: {
      type: 'object',
      xml: { nodeType: 'none' },
      properties: { y: { type: 'integer' } },
    },
  },
};

/** XML of a value as it is written here, and read back. */
const both: [what: string, schema: JsonSchema, value: unknown, xml: string][] = [
  [
    'an array that is none by default',
    animals({ type: 'array', items: string }),
    pets,
    '<document><animals>dog</animals><animals>cat</animals></document>',
  ],
  [
    'an array that is none, whose name means nothing',
    animals(list({ nodeType: 'none', name: 'aliens' }, named('animal'))),
    pets,
    '<document><animal>dog</animal><animal>cat</animal></document>',
  ],
  [
    'an array that is an element',
    animals(list({ nodeType: 'element' })),
    pets,
    '<document><animals><animals>dog</animals><animals>cat</animals></animals></document>',
  ],
  [
    'an array that is an element with a name, and one for its items',
    animals(list({ nodeType: 'element', name: 'aliens' }, named('animal'))),
    pets,
    '<document><aliens><animal>dog</animal><animal>cat</animal></aliens></document>',
  ],
  [
    'an array that is an element with a name, which its items share',
    animals(list({ nodeType: 'element', name: 'aliens' })),
    pets,
    '<document><aliens><aliens>dog</aliens><aliens>cat</aliens></aliens></document>',
  ],
  [
    'an attribute, and an element with a prefix',
    {
      type: 'object',
      xml: { name: 'Person' },
      properties: {
        id: { type: 'integer', xml: { nodeType: 'attribute' } },
        name: { type: 'string', xml: { namespace: 'urn:s', prefix: 'sample' } },
      },
    },
    { id: 123, name: 'example' },
    '<Person id="123"><sample:name xmlns:sample="urn:s">example</sample:name></Person>',
  ],
  [
    'elements with attributes and text',
    {
      type: 'array',
      xml: { nodeType: 'element', name: 'animals' },
      items: {
        type: 'object',
        xml: { name: 'animal' },
        properties: {
          kind: { type: 'string', xml: { nodeType: 'attribute' } },
          name: { type: 'string', xml: { nodeType: 'text' } },
        },
      },
    },
    [{ kind: 'Cat', name: 'Fluffy' }, { name: 'Fido' }, { kind: 'Dog' }],
    '<animals><animal kind="Cat">Fluffy</animal><animal>Fido</animal><animal kind="Dog"/></animals>',
  ],
  ['CDATA', { ...Cdata, xml: { name: 'Doc' } }, html, `<Doc>${htmlText}</Doc>`],
  [
    'CDATA of a component',
    { $ref: '#/components/schemas/Cdata' },
    html,
    `<Cdata>${htmlText}</Cdata>`,
  ],
  [
    'a component that is no element, where it is used as one',
    { $ref: '#/components/schemas/Bare', xml: { nodeType: 'element', name: 'StoredDocument' } },
    html,
    `<StoredDocument>${htmlText}</StoredDocument>`,
  ],
  [
    'a component that is no element in another element',
    {
      type: 'object',
      xml: { name: 'r' },
      properties: { doc: { $ref: '#/components/schemas/Bare' } },
    },
    { doc: html },
    `<r>${htmlText}</r>`,
  ],
  [
    'elements in an order, and null',
    OneTwoThree,
    ['Some text', { unit: 'cubits', value: 42 }, null],
    `<OneTwoThree><One>Some text</One><Two unit="cubits">42</Two><Three ${XSI} xsi:nil="true"/></OneTwoThree>`,
  ],
  [
    'elements and texts in an order',
    Report,
    ['Some preamble text.', 42, 'Some postamble text.'],
    '<Report>Some preamble text.<data>42</data>Some postamble text.</Report>',
  ],
  ['a text alone in an order', Report, ['Some text.'], '<Report>Some text.</Report>'],
  [
    'items in an order without wrapper',
    animals({ type: 'array', prefixItems: [named('a'), named('b')], items: named('c') }),
    { animals: ['1', '2', '3', '4'] },
    '<document><a>1</a><b>2</b><c>3</c><c>4</c></document>',
  ],
  [
    'items that are text',
    animals({ type: 'array', items: { type: 'string', xml: { nodeType: 'cdata' } } }),
    { animals: ['1'] },
    '<document><![CDATA[1]]></document>',
  ],
  [
    'a text and CDATA side by side',
    {
      type: 'object',
      xml: { name: 'r' },
      properties: {
        a: { type: 'string', xml: { nodeType: 'text' } },
        b: { type: 'string', xml: { nodeType: 'cdata' } },
      },
    },
    { a: 'x', b: '<y>' },
    '<r>x<![CDATA[<y>]]></r>',
  ],
  [
    'objects that are no elements',
    { type: 'object', xml: { name: 'r' }, properties: { at: Point, z: { type: 'integer' } } },
    { at: { x: 1, label: 'a', more: { y: 2 } }, z: 3 },
    '<r x="1"><label>a</label><y>2</y><z>3</z></r>',
  ],
  [
    'null and nothing',
    {
      type: 'object',
      xml: { name: 'product' },
      required: ['count', 'description', 'related'],
      properties: {
        count: { type: ['number', 'null'], xml: { nodeType: 'attribute' } },
        rating: { type: ['string', 'null'], xml: { nodeType: 'attribute' } },
        description: string,
        related: { type: ['object', 'null'] },
      },
    },
    { count: null, description: 'Thing', related: null },
    `<product><description>Thing</description><related ${XSI} xsi:nil="true"/></product>`,
  ],
  [
    'an empty object where null is allowed',
    { type: 'object', xml: { name: 'p' }, properties: { a: { type: ['object', 'null'] } } },
    { a: {} },
    '<p><a/></p>',
  ],
  [
    'an empty text that is required',
    {
      ...Two,
      properties: { ...Two.properties, value: { type: 'string', xml: { nodeType: 'text' } } },
    },
    { unit: 'a', value: '' },
    '<Two unit="a"/>',
  ],
];

describe('nodeType', () => {
  test.each(both)('%s is written', (_what, schema, value, xml) => {
    expect(encodeXml(value, schema, resolve)).toBe(DECLARATION + xml);
  });

  test.each(both)('%s is read', (_what, schema, value, xml) => {
    expect(decodeXml(xml, schema, resolve)).toEqual(value);
    const indented = xml.replaceAll(/(?<!]])>(?=<[^!])/g, '>\n  ');
    expect(decodeXml(xml.includes('CDATA') ? xml : indented, schema, resolve)).toEqual(value);
  });

  test.each<[what: string, schema: JsonSchema, xml: string, value: unknown]>([
    [
      'a stranger in an order',
      OneTwoThree,
      '<OneTwoThree><Two>a</Two></OneTwoThree>',
      { Two: 'a' },
    ],
    ['text where an element is due', OneTwoThree, '<OneTwoThree>a</OneTwoThree>', 'a'],
    [
      'null of another prefix',
      OneTwoThree,
      '<OneTwoThree><One>a</One><Two unit="b">1</Two><Three xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="1"/></OneTwoThree>',
      ['a', { unit: 'b', value: 1 }, null],
    ],
    [
      'null of a prefix that nobody declares',
      animals({ type: ['object', 'null'] }),
      '<document><animals xsi:nil="true" /></document>',
      { animals: null },
    ],
    [
      'null that is not allowed',
      animals(string),
      '<document><animals xsi:nil="true"/></document>',
      { animals: { 'xsi:nil': 'true' } },
    ],
    ['text that is no number', Two, '<Two unit="a">b</Two>', { unit: 'a', value: 'b' }],
    [
      'a node type that is none of them',
      animals({ ...string, xml: { nodeType: 'comment' } } as unknown as JsonSchema),
      '<document><animals>a</animals></document>',
      { animals: 'a' },
    ],
  ])('leaves %s as it is, so that validation sees it', (_what, schema, xml, value) => {
    expect(decodeXml(xml, schema, resolve)).toEqual(value);
  });

  test('none ends where a schema holds itself', () => {
    const Node: JsonSchema = {
      type: 'object',
      xml: { nodeType: 'none' },
      properties: { a: string, next: { $ref: '#/components/schemas/Node' } },
    };
    const recursive = createSchemaResolver({ components: { schemas: { Node } } });
    const value = { a: '1' };
    expect(decodeXml('<r><a>1</a></r>', Node, recursive)).toEqual(value);
    expect(encodeXml(value, Node, recursive)).toBe(`${DECLARATION}<xml><a>1</a></xml>`);
  });
});
