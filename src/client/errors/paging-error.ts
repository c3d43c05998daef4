import { ClientError } from './client-error.ts';

/** The pages of a list lead back to one that was there before. */
export class PagingError extends ClientError {
  override readonly name = 'PagingError';
}
