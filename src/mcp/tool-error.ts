/** Refusal that an agent reads: where, what was expected, what was found, and what to do. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}
