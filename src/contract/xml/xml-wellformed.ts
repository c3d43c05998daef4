import { findForbiddenCharacter, nameCharacter, readReference } from './xml-characters.ts';
import { requireXmlLibrary } from './xml-library.ts';
import { XmlSyntaxError } from './xml-syntax-error.ts';

/**
 * Checks that a text is well-formed XML 1.0 without markup declarations (`<!DOCTYPE`, `<!ENTITY`).
 *
 * Leaves content after the root element to the parser, which knows where the root ends. Definition:
 * https://www.w3.org/TR/xml/#sec-well-formed.
 *
 * @throws XmlSyntaxError for the first error.
 */
export function checkWellFormed(text: string): void {
  checkCharacters(text);
  const markup = blankOpaqueParts(text);
  checkDeclarations(text, markup);
  checkReferences(text, markup);
  const result = requireXmlLibrary().XMLValidator.validate(text);
  if (result === true) return;
  // The library omits the column if there is no element at all.
  const { line, col: column = 1, msg } = result.err;
  throw new XmlSyntaxError({ line, column }, msg);
}

/** Where comments, CDATA sections and processing instructions begin and end. */
const OPAQUE = [
  { opening: '<!--', closing: '-->' },
  { opening: '<![CDATA[', closing: ']]>' },
  { opening: '<?', closing: '?>' },
] as const;

/**
 * Replaces comments, CDATA sections and processing instructions by spaces to keep offsets.
 *
 * One that is not closed stays; for its end the text is searched once, and not for each that opens like it.
 */
export function blankOpaqueParts(text: string): string {
  let kinds: readonly (typeof OPAQUE)[number][] = OPAQUE;
  let blanked = '';
  let end = 0;
  for (const { index, 0: found } of text.matchAll(/<(?:!--|!\[CDATA\[|\?)/g)) {
    const kind = index < end ? undefined : kinds.find(({ opening }) => opening === found);
    if (kind === undefined) continue;
    const closed = text.indexOf(kind.closing, index + found.length);
    if (closed < 0) {
      kinds = kinds.filter((other) => other !== kind);
      continue;
    }
    blanked += text.slice(end, index);
    end = closed + kind.closing.length;
    blanked += text.slice(index, end).replace(/\S/g, ' ');
  }
  return blanked + text.slice(end);
}

function checkCharacters(text: string): void {
  const offset = findForbiddenCharacter(text);
  if (offset === -1) return;
  const found = nameCharacter(text, offset);
  throw XmlSyntaxError.at(text, offset, `found ${found}, a character that XML cannot carry.`);
}

function checkDeclarations(text: string, markup: string): void {
  const declaration = /<!(?:--|\[CDATA\[|\w*)/.exec(markup);
  if (!declaration) return;
  const [found] = declaration;
  const problem = /^<!\w*$/.test(found)
    ? 'expected no document type and no entity declaration'
    : 'expected the end of what opens here';
  throw XmlSyntaxError.at(text, declaration.index, `${problem}, found "${found}".`);
}

function checkReferences(text: string, markup: string): void {
  for (const match of markup.matchAll(/&[^\s;&<>"']*;?/g)) {
    const [found] = match;
    if (readReference(found) !== undefined) continue;
    const problem = `expected &amp;, &lt;, &gt;, &quot;, &apos; or a character reference, found "${found}".`;
    throw XmlSyntaxError.at(text, match.index, problem);
  }
}
