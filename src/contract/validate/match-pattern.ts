import { createRequire } from 'node:module';
import { isPlainPattern } from './plain-pattern.ts';
import { translatePattern } from './translate-pattern.ts';

const require = createRequire(import.meta.url);

/** Tells whether a text matches. */
type Test = (text: string) => boolean;

/** What ajv needs of a regular expression; it tells them apart by their texts. */
export interface PatternMatcher {
  readonly test: Test;
  readonly toString: () => string;
}

/** Longest text on which any pattern is quick enough. */
const SHORT = 20;
/** Milliseconds for a text and a pattern that RE2 cannot match. */
const TIMEOUT = 100;

/**
 * Compiles the `pattern` of a schema, so that no text that a stranger sends takes more than linear time; throws SyntaxError
 * for an invalid one.
 *
 * V8 matches what is certainly linear, RE2 all else. What RE2 lacks, such as look-arounds, V8 matches for as long as the
 * text is short or a tenth of a second; a text that takes longer is taken for one that does not match.
 */
export const compilePattern = Object.assign(
  (source: string, flags: string): RegExp | PatternMatcher => {
    const native = new RegExp(source, flags);
    if (isPlainPattern(source)) return native;
    let test: Test | undefined;
    return {
      test: (text) => {
        test ??= compileLinear(source) ?? limitTime(native);
        return test(text);
      },
      toString: () => String(native),
    };
  },
  { code: 'compilePattern' },
);

/** Compiles a pattern with RE2, which is loaded for the first of them; `undefined` if it lacks what the pattern needs. */
export function compileLinear(source: string): Test | undefined {
  const { RE2JS }: typeof import('re2js') = require('re2js');
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(translatePattern(source)));
    return (text) => compiled.test(text);
  } catch {
    return undefined;
  }
}

function limitTime(pattern: RegExp): Test {
  const { createContext, Script } = process.getBuiltinModule('node:vm');
  const context = createContext({ pattern, text: '' });
  const script = new Script('pattern.test(text)');
  return (text) => {
    if (text.length <= SHORT) return pattern.test(text);
    context.text = text;
    try {
      return script.runInContext(context, { timeout: TIMEOUT }) === true;
    } catch {
      return false;
    }
  };
}
