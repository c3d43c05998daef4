import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../src/contract/xml/xml-document.ts';
import { XmlSyntaxError } from '../../../src/contract/xml/xml-syntax-error.ts';
import { blankOpaqueParts } from '../../../src/contract/xml/xml-wellformed.ts';

describe('blankOpaqueParts', () => {
  test.each([
    ['<a><!--b--><c/></a>', '<a>        <c/></a>'],
    ['<a><![CDATA[<b>]]]]></a>', '<a>                 </a>'],
    ['<?x y?><a/>', '       <a/>'],
    ['<!--<?a--><?b-->?><c/>', '                  <c/>'],
    ['<!--\n-->', '    \n   '],
    ['<!-- <![CDATA[ ]]>', '<!--              '],
    ['<!--> <? ?>', '<!-->      '],
    ['', ''],
  ])('blanks %j as %j', (text, blanked) => {
    expect(blankOpaqueParts(text)).toBe(blanked);
  });
});

describe('parseXml', () => {
  // One that looks at the rest of the text for each part would take minutes.
  test.each<[part: string, length?: number]>([
    ...['<!--', '<![CDATA[', '<?', '<!-- ', '<!--<?<![CDATA['].map((part): [string, number] => [
      part,
      2_000_000,
    ]),
    ...[
      '<!',
      '<',
      '<a',
      '<a ',
      '<a b="',
      '<a b="c" ',
      '<a>',
      '</a>',
      '&',
      '&#',
      '&a;',
      ']]>',
      '-->',
    ].map((part): [string] => [part]),
    ...['<a b', '="', '<a/>', ' ', '\t<', 'a="1" '].map((part): [string] => [part]),
  ])('refuses or reads a text that repeats %j once', (part, length = 100_000) => {
    const repeated = part.repeat(length / part.length);
    for (const text of [repeated, `<a ${repeated}`, `<a>${repeated}</a>`]) {
      expect(outcomeOf(text)).toMatch(/^(?:read|XML line \d+)/);
    }
  });
});

function outcomeOf(text: string): string {
  try {
    parseXml(text);
    return 'read';
  } catch (error) {
    return error instanceof XmlSyntaxError ? error.message : 'crashed';
  }
}
