/** Value at a JSON pointer, https://www.rfc-editor.org/rfc/rfc6901; `undefined` if there is none. */
export function readPointer(value: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1);
  return tokens.reduce<unknown>((parent, token) => {
    if (typeof parent !== 'object' || parent === null) return undefined;
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    return Object.hasOwn(parent, key) ? Reflect.get(parent, key) : undefined;
  }, value);
}
