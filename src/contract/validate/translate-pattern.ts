/** White space and line ends of ECMA-262, of which RE2 knows those of ASCII alone. */
const SPACE =
  '\\t\\n\\x0b\\x0c\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const NO_SPACE =
  '\\x00-\\x08\\x0e-\\x1f!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}';
const LINE = '[^\\n\\r\\x{2028}\\x{2029}]';

const PART = /\\[\s\S]|[\s\S]/gu;

/** Replaces what means something else in RE2 than in a regular expression with flag `u`; it may have more that RE2 lacks. */
export function translatePattern(source: string): string {
  let isInClass = false;
  return source.replaceAll(PART, (part) => {
    if (part === '\\s') return isInClass ? SPACE : `[${SPACE}]`;
    if (part === '\\S') return isInClass ? NO_SPACE : `[${NO_SPACE}]`;
    if (part === '.' && !isInClass) return LINE;
    // RE2 reads "[[:alpha:]]" as a class of POSIX.
    if (part === '[' && isInClass) return '\\[';
    if (part === '[') isInClass = true;
    if (part === ']') isInClass = false;
    return part;
  });
}
