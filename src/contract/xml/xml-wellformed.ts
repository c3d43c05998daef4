import { findForbiddenCharacter, nameCharacter, readReference } from './xml-characters.ts';
import { requireXmlLibrary } from './xml-library.ts';
import { XmlSyntaxError } from './xml-syntax-error.ts';

/**
 * Checks that a text is well-formed XML 1.0 without markup declarations (`<!DOCTYPE`, `<!ENTITY`).
 * Content after the root element is left to the parser, which knows where the root ends.
 *
 * @throws XmlSyntaxError at the first fault.
 */
export function checkWellFormed(text: string): void {
  checkCharacters(text);
  const markup = blankOpaqueParts(text);
  checkDeclarations(text, markup);
  checkReferences(text, markup);
  const result = requireXmlLibrary().XMLValidator.validate(text);
  if (result === true) return;
  // The library leaves out the column where there is no element at all.
  const { line, col: column = 1, msg } = result.err;
  throw new XmlSyntaxError({ line, column }, msg);
}

/** Writes spaces over comments, CDATA sections and processing instructions, so that offsets stay. */
export function blankOpaqueParts(text: string): string {
  const opaque = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g;
  return text.replace(opaque, (part) => part.replace(/\S/g, ' '));
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
