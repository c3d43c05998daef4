/** Reads what a body says for people, where it has one of the usual members. */
export function readWords(body: unknown): string {
  const { detail, message, msg, title, error } = Object(body);
  const words = [detail, message, msg, title, error].find((text) => typeof text === 'string');
  return words ? `: ${words}` : '';
}
