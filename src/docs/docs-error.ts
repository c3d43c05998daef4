/** The docs site cannot be built; the message names the page and the reason. */
export class DocsError extends Error {
  override readonly name = 'DocsError';
}
