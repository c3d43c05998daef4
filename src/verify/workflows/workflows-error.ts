/** Thrown where workflows cannot be run, such as for an Arazzo file with mistakes. */
export class WorkflowsError extends Error {
  override readonly name = 'WorkflowsError';
}
