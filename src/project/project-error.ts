/** A registry cannot be read, or says what cannot be; the message says where, what was expected and what was found. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
}
