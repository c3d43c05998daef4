import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/contract/model/json-schema.ts';
import { decodeXml } from '../../../src/contract/xml/decode-xml.ts';
import { XmlSyntaxError } from '../../../src/contract/xml/xml-syntax-error.ts';

const string: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer' };

/** Schema of an object with one property `it`. */
function holding(it: JsonSchema, more: object = {}): JsonSchema {
  return { type: 'object', properties: { it }, ...more };
}

describe('decodeXml', () => {
  test.each<[fact: string, schema: JsonSchema, xml: string, value: unknown]>([
    ['keeps digits of a string', string, '<v>0012</v>', '0012'],
    ['keeps white space around text', string, '<v> a  b\n</v>', ' a  b\n'],
    ['keeps white space that is all the text', string, '<v>  </v>', '  '],
    ['drops white space that only indents', string, '<v>\n  </v>', ''],
    ['reads a line break given as a reference', string, '<v>&#10;</v>', '\n'],
    ['reads references', string, '<v>&lt;&amp;&gt;&quot;&apos;&#xE9;&#128279;</v>', '<&>"\'é🔗'],
    ['reads each reference once', string, '<v>&amp;lt;</v>', '&lt;'],
    ['reads CDATA as it stands', string, '<v>\n <![CDATA[<a>&amp;]]>\n</v>', '<a>&amp;'],
    ['joins text around a comment', string, '<v>a<!-- b -->c</v>', 'ac'],
    ['reads CRLF as one line break', string, '<v>a\r\nb</v>', 'a\nb'],
    ['reads an integer', integer, '<v>-12</v>', -12],
    ['reads a number', { type: 'number' }, '<v>\n  1.5e3\n</v>', 1500],
    ['reads a boolean', { type: 'boolean' }, '<v>false</v>', false],
    ['leaves text that is no integer', integer, '<v>1.5</v>', '1.5'],
    ['leaves text that is no boolean', { type: 'boolean' }, '<v>TRUE</v>', 'TRUE'],
    ['leaves an empty integer', integer, '<v/>', ''],
    ['tells the type from const', { const: 7 }, '<v>7</v>', 7],
    ['tells the type from enum', { enum: [1, 2] }, '<v>2</v>', 2],
    ['reads an empty string', string, '<v/>', ''],
    ['reads an empty object', { type: 'object' }, '<v>\n</v>', {}],
    ['reads an empty array', { type: 'array', items: string }, '<v></v>', []],
    ['reads null where no string is allowed', { type: ['integer', 'null'] }, '<v/>', null],
    ['reads an empty string where null is allowed too', { type: ['string', 'null'] }, '<v/>', ''],
    ['leaves text in place of an object', { type: 'object' }, '<v>a</v>', 'a'],
    [
      'takes any schema',
      true,
      '<v><a>1</a><a>2</a><b c="3"/></v>',
      { a: ['1', '2'], b: { c: '3' } },
    ],
  ])('%s', (_fact, schema, xml, value) => {
    expect(decodeXml(xml, schema)).toEqual(value);
  });

  test.each<[fact: string, property: JsonSchema, xml: string, value: unknown]>([
    ['reads an element', integer, '<v><it>1</it></v>', 1],
    ['reads a renamed element', { ...integer, xml: { name: 'n' } }, '<v><n>1</n></v>', 1],
    ['reads an attribute', { ...integer, xml: { attribute: true } }, '<v it="1"/>', 1],
    [
      'reads a renamed attribute',
      { ...string, xml: { attribute: true, name: 'n' } },
      "<v n='\"&#10;\n'/>",
      '"\n ',
    ],
    ['reads an array without wrapper', { type: 'array', items: integer }, '<v><it>1</it></v>', [1]],
    [
      'reads an array without wrapper by the name of its items',
      { type: 'array', items: { ...integer, xml: { name: 'n' } }, xml: { name: 'unused' } },
      '<v><n>1</n><n>2</n></v>',
      [1, 2],
    ],
    [
      'reads a wrapped array whose items bear the name of the property',
      { type: 'array', items: integer, xml: { wrapped: true } },
      '<v><it><it>1</it><it>2</it></it></v>',
      [1, 2],
    ],
    [
      'reads a wrapped array whose items bear the name of the wrapper',
      { type: 'array', items: integer, xml: { wrapped: true, name: 'all' } },
      '<v><all><all>1</all></all></v>',
      [1],
    ],
    [
      'reads a wrapped array with a name for both',
      {
        type: 'array',
        items: { ...integer, xml: { name: 'n' } },
        xml: { wrapped: true, name: 'all' },
      },
      '<v>\n <all>\n  <n>1</n>\n  <n>2</n>\n </all>\n</v>',
      [1, 2],
    ],
    [
      'reads an empty wrapper',
      { type: 'array', items: integer, xml: { wrapped: true } },
      '<v><it/></v>',
      [],
    ],
    [
      'keeps a stranger in a wrapper',
      { type: 'array', items: { ...integer, xml: { name: 'n' } }, xml: { wrapped: true } },
      '<v><it><n>1</n><m>2</m></it></v>',
      { n: '1', m: '2' },
    ],
    ['makes a repeated element an array', integer, '<v><it>1</it><it>2</it></v>', [1, 2]],
    [
      'matches a prefix without a namespace as written',
      { ...integer, xml: { prefix: 'p' } },
      '<v><p:it>1</p:it></v>',
      1,
    ],
    [
      'matches a namespace under any prefix',
      { ...integer, xml: { prefix: 'p', namespace: 'urn:x' } },
      '<v xmlns:other="urn:x"><other:it>1</other:it></v>',
      1,
    ],
    [
      'matches a default namespace',
      { ...integer, xml: { namespace: 'urn:x' } },
      '<v><it xmlns="urn:x">1</it></v>',
      1,
    ],
    [
      'matches an attribute by its namespace',
      { ...integer, xml: { attribute: true, prefix: 'p', namespace: 'urn:x' } },
      '<v xmlns:q="urn:x" q:it="1"/>',
      1,
    ],
  ])('%s', (_fact, property, xml, value) => {
    expect(decodeXml(xml, holding(property))).toEqual({ it: value });
  });

  test.each<[fact: string, schema: JsonSchema, xml: string, value: unknown]>([
    [
      'keeps an unknown element and an unknown attribute',
      holding(integer),
      '<v x="1"><it>1</it><y>2</y></v>',
      { it: 1, x: '1', y: '2' },
    ],
    [
      'keeps an element of another namespace apart',
      holding({ ...integer, xml: { prefix: 'p', namespace: 'urn:x' } }),
      '<v xmlns:p="urn:y"><p:it>1</p:it></v>',
      { 'p:it': '1' },
    ],
    [
      'marks an element where an attribute is expected',
      holding({ ...integer, xml: { attribute: true } }),
      '<v><it>1</it></v>',
      { '<it>': '1' },
    ],
    [
      'marks an attribute where an element is expected',
      holding(integer),
      '<v it="1"/>',
      { '@it': '1' },
    ],
    [
      'keeps text beside an attribute',
      {
        type: 'object',
        properties: { id: { ...integer, xml: { attribute: true } }, '#text': integer },
      },
      '<v id="1">2</v>',
      { id: 1, '#text': 2 },
    ],
    [
      'reads unknown elements by additionalProperties',
      { type: 'object', additionalProperties: integer },
      '<v><a>1</a><b>2</b></v>',
      { a: 1, b: 2 },
    ],
    [
      'leaves out an optional array without elements',
      holding({ type: 'array', items: string }),
      '<v><x/></v>',
      { x: '' },
    ],
    [
      'reads a required array without elements as empty',
      holding({ type: 'array', items: string }, { required: ['it'] }),
      '<v/>',
      { it: [] },
    ],
    [
      'does not take namespace declarations for data',
      holding(integer),
      '<v xmlns="u" xmlns:a="b"/>',
      {},
    ],
    [
      'merges allOf',
      { allOf: [holding(integer), { properties: { b: integer } }] },
      '<v><it>1</it><b>2</b></v>',
      { it: 1, b: 2 },
    ],
    [
      'takes the first branch whose required properties are there',
      {
        oneOf: [holding(string, { required: ['it', 'x'] }), holding(integer, { required: ['it'] })],
      },
      '<v><it>1</it></v>',
      { it: 1 },
    ],
    [
      'passes over a branch that cannot be',
      holding({ anyOf: [{ type: 'null' }, integer] }),
      '<v><it>1</it></v>',
      { it: 1 },
    ],
    [
      'takes names that objects inherit as any other',
      true,
      '<v><toString>1</toString><valueOf>2</valueOf></v>',
      { toString: '1', valueOf: '2' },
    ],
  ])('%s', (_fact, schema, xml, value) => {
    expect(decodeXml(xml, schema)).toEqual(value);
  });

  const branches: JsonSchema = {
    oneOf: [
      { type: 'null' },
      {
        required: ['id', 'kind', 'list'],
        properties: {
          id: { type: 'integer', xml: { attribute: true } },
          kind: string,
          list: { type: 'array', items: string, xml: { name: 'unused' } },
        },
      },
      { required: ['id'], properties: { id: { type: 'string', xml: { attribute: true } } } },
      { type: 'array', items: { type: 'integer', xml: { name: 'n' } } },
      { type: 'boolean' },
      { type: 'number' },
    ],
  };

  test.each<[fact: string, xml: string, value: unknown]>([
    [
      'an attribute, an element and a list that may be empty',
      '<v x="" id="1"><kind/></v>',
      { x: '', id: 1, kind: '', list: [] },
    ],
    ['an attribute only', '<v x="" id="1"/>', { x: '', id: '1' }],
    ['items', '<v><n>1</n><n>2</n></v>', [1, 2]],
    ['a boolean', '<v>true</v>', true],
    ['a number without fraction', '<v>5</v>', 5],
    ['a number with fraction', '<v>0.5</v>', 0.5],
    ['nothing', '<v/>', null],
  ])('chooses the branch of oneOf by %s', (_fact, xml, value) => {
    expect(decodeXml(xml, branches)).toEqual(value);
  });

  test('chooses the branch for an empty element by what it requires', () => {
    const list: JsonSchema = { type: 'array', items: string };
    const schema: JsonSchema = {
      oneOf: [{ required: ['x'] }, holding(list, { required: ['it'] })],
    };
    expect(decodeXml('<v/>', schema)).toEqual({ it: [] });
  });

  test('takes the name and form of a property from the branch that is more than null', () => {
    const list: JsonSchema = { type: 'array', items: { ...integer, xml: { name: 'n' } } };
    const schema = holding({ anyOf: [{ type: 'null' }, list] });
    expect(decodeXml('<v><n>1</n></v>', schema)).toEqual({ it: [1] });
  });

  test('chooses the branch for an attribute by its text', () => {
    const schema = holding({ anyOf: [{ type: 'null' }, integer], xml: { attribute: true } });
    expect(decodeXml('<v it="5"/>', schema)).toEqual({ it: 5 });
  });

  test('merges the chosen branch of anyOf with what stands beside it', () => {
    const schema: JsonSchema = {
      properties: { a: integer },
      anyOf: [holding(integer, { required: ['it'] }), { properties: { b: integer } }],
    };
    expect(decodeXml('<v><a>1</a><b>2</b><it>3</it></v>', schema)).toEqual({ a: 1, b: '2', it: 3 });
    expect(decodeXml('<v><a>1</a><b>2</b></v>', schema)).toEqual({ a: 1, b: 2 });
  });

  test('tells the type from a keyword inside allOf', () => {
    expect(decodeXml('<v>7</v>', { allOf: [{ const: 7 }] })).toBe(7);
    expect(decodeXml('<v>true</v>', { allOf: [{ enum: [true] }] })).toBe(true);
    expect(decodeXml('<v>0.5</v>', { allOf: [{ enum: [0.5] }] })).toBe(0.5);
  });

  test('skips declaration, comments and processing instructions', () => {
    const xml =
      '\uFEFF<?xml version="1.0"?>\n<!-- a -->\n<?a b?><v><?b c?><it>1</it><!-- d --></v><?e f?>';
    expect(decodeXml(xml, holding(integer))).toEqual({ it: 1 });
  });

  test('keeps text between elements but no white space', () => {
    expect(decodeXml('<v> <it>1</it> </v>', holding(integer))).toEqual({ it: 1 });
    expect(decodeXml('<v>a<it>1</it></v>', holding(integer))).toEqual({ '#text': 'a', it: 1 });
  });

  test('follows $ref with the given function', () => {
    const node: JsonSchema = holding({ $ref: 'node' }, { xml: { name: 'node' } });
    const resolve = (schema: JsonSchema) =>
      typeof schema === 'object' && schema.$ref === 'node' ? node : schema;
    const xml = '<node><node><node/></node></node>';
    expect(decodeXml(xml, { $ref: 'node' }, resolve)).toEqual({ it: { it: {} } });
  });

  test('accepts any root name unless the schema names one', () => {
    expect(decodeXml('<anything/>', string)).toBe('');
    expect(() => decodeXml('\n <no/>', { ...string, xml: { name: 'yes' } })).toThrow(
      new XmlSyntaxError({ line: 2, column: 2 }, 'expected root element <yes>, found <no>.'),
    );
  });

  test.each<[xml: string, line: number, column: number, found: string]>([
    ['<!DOCTYPE v>\n<v/>', 1, 1, '"<!DOCTYPE"'],
    ['<?xml version="1.0"?>\n<!DOCTYPE v [<!ENTITY a "b">]><v>&a;</v>', 2, 1, '"<!DOCTYPE"'],
    ['<v>\n<!ENTITY a "b"></v>', 2, 1, '"<!ENTITY"'],
    ['<v>\n  &a;</v>', 2, 3, '"&a;"'],
    ['<v>a & b</v>', 1, 6, '"&"'],
    ['<v a="&#0;"/>', 1, 7, '"&#0;"'],
    ['<v>\u0001</v>', 1, 4, 'U+0001'],
    ['<v><!-- </v>', 1, 4, '"<!--"'],
    ['<v>\n<w>\n</v>', 3, 1, "'v'"],
    ['<v>', 1, 1, "'v'"],
    ['<v a="1" a="2"/>', 1, 10, "'a'"],
    ['<v/>\n<w/>', 2, 1, '"<w/>"'],
    ['<v></v>\n<w/>', 2, 1, '"<w/>"'],
    ['<v/> text', 1, 6, '"text"'],
    ['text', 1, 1, "'t'"],
    ['', 1, 1, 'Start tag expected'],
    ['<v>'.repeat(200) + '</v>'.repeat(200), 1, 1, 'nested'],
  ])('refuses %j', (xml, line, column, found) => {
    const decode = () => decodeXml(xml, true);
    expect(decode).toThrow(XmlSyntaxError);
    expect(decode).toThrow(expect.objectContaining({ line, column }));
    expect(decode).toThrow(`XML line ${line}, column ${column}: `);
    expect(decode).toThrow(found);
  });

  test('accepts a document type inside a comment, which declares nothing', () => {
    expect(decodeXml('<!-- <!DOCTYPE v> --><v/>', string)).toBe('');
  });
});
