import { type WriteCheck, writeChecks } from './checks.ts';
import type { ValidationLibrary } from './library.ts';
import { PATTERNS } from './patterns.ts';
import { RESOLVERS } from './valibot-resolvers.ts';

const writeCheck: WriteCheck = (name, { parameters, type, predicate, message }) =>
  `const ${name} = <Value extends ${type}>(${parameters}) =>\n    v.check<Value, string>(\n        ${predicate},\n        ${message},\n    );`;

/** Valibot, of which a bundle has no more than it uses, https://valibot.dev. */
export const VALIBOT: ValidationLibrary = {
  name: 'valibot',
  module: 'valibot',
  namespace: 'v',
  plugin: { name: 'valibot', $resolvers: RESOLVERS },
  additions: new Map([
    ...writeChecks(writeCheck),
    [
      'notArray',
      `const notArray = <const Schema extends v.GenericSchema>(schema: Schema) =>
    v.pipe(v.unknown(), v.check((value) => !Array.isArray(value), 'Expected an object'), schema);`,
    ],
    [
      'exactlyOne',
      `const exactlyOne = <const Schemas extends v.UnionOptions>(schemas: Schemas) =>
    v.pipe(
        v.unknown(),
        v.check((value) => schemas.filter((schema) => v.is(schema, value)).length < 2, 'Expected no more than one of several schemas to fit'),
        v.union(schemas),
    );`,
    ],
    [
      'minCharacters',
      `const minCharacters = (count: number) =>
    v.check<string, string>((text) => [...text].length >= count, \`Expected at least \${count} characters\`);`,
    ],
    [
      'maxCharacters',
      `const maxCharacters = (count: number) =>
    v.check<string, string>((text) => [...text].length <= count, \`Expected at most \${count} characters\`);`,
    ],
    [
      'isDay',
      `const isDay = (text: string) => {
    const day = new Date(text);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};`,
    ],
    writeFormat(
      'date',
      String.raw`(text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text)`,
      'date',
    ),
    writeFormat(
      'dateTime',
      `(text) => ${PATTERNS.dateTime}.test(text) && isDay(text.slice(0, 10))`,
      'date-time',
    ),
    writePattern('timeWithOffset', PATTERNS.time, 'time'),
    writePattern('duration', PATTERNS.duration, 'duration'),
    writePattern('hostname', PATTERNS.hostname, 'hostname'),
    writeFormat('absoluteUri', `(text) => ${PATTERNS.uri}.test(text) && URL.canParse(text)`, 'uri'),
    writePattern('uriReference', PATTERNS.uriReference, 'uri-reference'),
  ]),
};

function writePattern(name: string, pattern: string, format: string): [name: string, text: string] {
  return writeFormat(name, `(text) => ${pattern}.test(text)`, format);
}

function writeFormat(
  name: string,
  predicate: string,
  format: string,
): [name: string, text: string] {
  return [
    name,
    `const ${name} = () =>\n    v.check<string, string>(${predicate}, 'Expected the format ${format}');`,
  ];
}
