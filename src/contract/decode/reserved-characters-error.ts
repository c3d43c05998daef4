import type { Violation } from '../model/violation.ts';

/** Fields of a form have characters that their encoding reserves. */
export class ReservedCharactersError extends Error {
  override readonly name = 'ReservedCharactersError';
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super('Reserved characters used in request body');
    this.violations = violations;
  }
}
