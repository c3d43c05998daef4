/** Control characters, line separators, direction marks, lone surrogates and the like. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Those that have a short name. */
const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Longest text of a server that a report shows whole, in characters. */
const MAX_TEXT = 500;

/** Longest command. */
const MAX_COMMAND = 4000;

/**
 * Makes a text of a stranger one that may be shown on one line of anything: a terminal does nothing but print it, XML may hold it, and
 * a runner of GitHub takes no part of it for a command. What is escaped is written as `\u001b`; a long text is cut.
 */
export function showText(text: string, limit = MAX_TEXT): string {
  return keepFromRunner(cut(text, limit).replaceAll(UNPRINTABLE, escapeCharacter));
}

/**
 * Makes a command one that may be shown on one line. Its unprintable characters stand between quotes, and are written in those
 * that a shell reads escapes in, so that it still does the same: https://www.gnu.org/software/bash/manual/bash.html#ANSI_002dC-Quoting.
 */
export function showCommand(command: string): string {
  const shown = cut(command, MAX_COMMAND).replaceAll(UNPRINTABLE, (character) =>
    character.isWellFormed() ? `'$'${toShellEscape(character)}''` : '\ufffd',
  );
  return keepFromRunner(shown, `##'\\['`);
}

/** Escapes what JSON allows and a terminal obeys; only strings of JSON have such characters. */
export function showJson(json: string): string {
  return keepFromRunner(json.replaceAll(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, escapeUnit));
}

/** Keeps a text from being read as a workflow command: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs. */
function keepFromRunner(text: string, opening = '#\\u0023['): string {
  const inside = text.replaceAll('##[', opening);
  return inside.startsWith('::') ? `\\u003a${inside.slice(1)}` : inside;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  const whole = /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
  return `${whole}… (${text.length} characters)`;
}

function escapeCharacter(character: string): string {
  return NAMES[character] ?? escapeUnit(character);
}

function escapeUnit(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** Bytes of a character in UTF-8, since not every shell knows `\u`. */
function toShellEscape(character: string): string {
  const named = NAMES[character];
  if (named !== undefined) return named;
  const bytes = [...Buffer.from(character)].map((byte) => byte.toString(16).padStart(2, '0'));
  return bytes.map((byte) => `\\x${byte}`).join('');
}
