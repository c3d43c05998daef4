import { MASK } from '../../contract/secrets/secret-shape.ts';

/** Whether a text is a recorded one, in which each mask stands for any text. Takes linear time. */
export function matchesText(recorded: string, text: string): boolean {
  if (!recorded.includes(MASK)) return recorded === text;
  const [first = '', ...others] = recorded.split(MASK);
  const last = others.pop() ?? '';
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
