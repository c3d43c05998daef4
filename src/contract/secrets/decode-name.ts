import { decodeValid } from '../model/percent-encoding.ts';

/** `\u0070`, `\x70`, `\"`, and references of XML. */
const ESCAPED = /\\u([\da-f]{4})|\\x([\da-f]{2})|&#x([\da-f]{1,6});|&#(\d{1,7});/gi;

/** Decodes a name that a text of unknown form may have escaped, percent-encoded or both. */
export function decodeName(name: string): string {
  if (!/[\\%&]/.test(name)) return name;
  // A link within a link is encoded twice.
  const plain = decodeValid(decodeValid(name)).replaceAll(ESCAPED, (whole, ...codes: string[]) => {
    const [unicode, byte, hex, decimal] = codes;
    const digits = unicode ?? byte ?? hex;
    const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return plain.replaceAll(/\\|&quot;|&apos;/g, '');
}
