/** Thrown when the docs site cannot be built; its message names the page and the reason. */
export class DocsError extends Error {
  override readonly name = 'DocsError';
}
