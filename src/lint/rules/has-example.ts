/** Whether a parameter, media type or schema has an `example` or at least one of `examples`. */
export function hasExample(node: { example?: unknown; examples?: unknown }): boolean {
  const { example, examples } = node;
  if (example !== undefined) return true;
  return typeof examples === 'object' && examples !== null && Object.keys(examples).length > 0;
}
