import { decodeName } from './decode-name.ts';
import type { ValueMasking } from './mask-value.ts';
import { MASK } from './secret-shape.ts';

/** What opens and ends a part that is no element. */
const PARTS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Name and value of an attribute; a name begins where the one before it has ended. */
const ATTRIBUTE = /(?<![^\s"'<>/=])([^\s"'<>/=]+)(\s*=\s*)("[^"]*"?|'[^']*'?|[^\s"'<>]+)/g;
/** Attributes that name the content of their element, or their neighbour `value`. */
const NAMING = ['name', 'key'];

/**
 * Masks secrets in XML, well-formed or not: the content of elements and the values of attributes with secret names. An
 * element that is not closed hides the rest of the text.
 *
 * Goes through the text once, in linear time.
 */
export function maskXml(text: string, masking: ValueMasking): string {
  let masked = '';
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const open = next < 0 ? text.length : next;
    masked += masking.maskText(text.slice(at, open));
    if (open === text.length) break;
    at = endOfMarkup(text, open);
    const markup = text.slice(open, at);
    if (!isStartTag(markup)) {
      masked +=
        markup.startsWith('<!') && !isPart(markup) ? `<!${MASK}>` : masking.maskText(markup);
      continue;
    }
    const tag = maskTag(markup, masking);
    masked += tag.text;
    if (!tag.isSecret || markup.endsWith('/>')) continue;
    const end = endOfElement(text, at, tag.name);
    masked += text.slice(at, end).trim() === '' ? text.slice(at, end) : MASK;
    at = end;
  }
  return masked;
}

function isPart(markup: string): boolean {
  return PARTS.some(([opening]) => markup.startsWith(opening));
}

/** Index behind a tag, comment or the like that begins at `open`; the end of the text if it does not end. */
function endOfMarkup(text: string, open: number): number {
  const part = PARTS.find(([opening]) => text.startsWith(opening, open));
  if (part === undefined) return endOfTag(text, open);
  const end = text.indexOf(part[1], open + part[0].length);
  return end < 0 ? text.length : end + part[1].length;
}

/** A `>` in quotation marks ends no tag, and neither does a `<`, which ends any other that is not closed. */
function endOfTag(text: string, open: number): number {
  let quote: string | undefined;
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text[at];
    if (quote !== undefined) quote = character === quote ? undefined : quote;
    else if (character === '>') return at + 1;
    else if (character === '<') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return text.length;
}

function isStartTag(markup: string): boolean {
  return /^<[\p{L}_]/u.test(markup);
}

interface MaskedTag {
  readonly text: string;
  readonly name: string;
  /** Whether the content of the element is a secret. */
  readonly isSecret: boolean;
}

function maskTag(markup: string, { isSecret, maskText }: ValueMasking): MaskedTag {
  const [opening = '<'] = /^<[^\s/>]*/.exec(markup) ?? [];
  const name = opening.slice(1);
  const rest = markup.slice(opening.length);
  // Whatever this is, it is more than attributes.
  if (/[:="']/.test(name.replace(':', '') + rest.replaceAll(ATTRIBUTE, ''))) {
    return { text: maskText(markup), name, isSecret: isSecret(name) };
  }
  const isNamed = [...rest.matchAll(ATTRIBUTE)].some(
    ([, name = '', , value = '']) => NAMING.includes(name) && isSecret(decodeName(unquote(value))),
  );
  const text = rest.replaceAll(ATTRIBUTE, (whole, name: string, equals: string, value: string) => {
    const content = unquote(value);
    if (content === '') return whole;
    const isHidden = isSecret(name) || (isNamed && name === 'value');
    const quote = value.startsWith("'") ? "'" : '"';
    return `${name}${equals}${quote}${isHidden ? MASK : maskText(content)}${quote}`;
  });
  return { text: opening + text, name, isSecret: isNamed || isSecret(name) };
}

function unquote(value: string): string {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return value;
  return value.slice(1, value.length > 1 && value.endsWith(quote) ? -1 : undefined);
}

/** Index of the tag that closes an element, whose content begins at `from`. */
function endOfElement(text: string, from: number, name: string): number {
  let depth = 1;
  let open = text.indexOf('<', from);
  while (open >= 0) {
    const end = endOfMarkup(text, open);
    const markup = text.slice(open, end);
    if (isTagOf(markup, `</${name}`)) depth -= 1;
    else if (isTagOf(markup, `<${name}`) && !markup.endsWith('/>')) depth += 1;
    if (depth === 0) return open;
    open = text.indexOf('<', end);
  }
  return text.length;
}

function isTagOf(markup: string, start: string): boolean {
  return markup.startsWith(start) && /[\s/>]/.test(markup[start.length] ?? '>');
}
