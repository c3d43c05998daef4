/** Reads what a body says for people, where it has one of the usual members. */
export function readWords(body: unknown): string {
  const words = ['detail', 'message', 'msg', 'title', 'error']
    .map((name) => Object(body)[name])
    .find((text) => typeof text === 'string');
  return words ? `: ${words}` : '';
}
