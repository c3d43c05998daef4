import type { components } from '../../src/generated/zoho-writer/types.ts';

/** Failure response; the HTTP statuses are assumed. */
export interface Failure<Status extends number = number> {
  readonly status: Status;
  readonly error: components['schemas']['ErrorDetail'];
}

/** Codes 1400, 1405, 1416 and 1832 and their messages are documented for the older XML-RPC API. */
export const BAD_STRUCTURE = fail(400, '1400', 'Please provide a proper structured input.');
export const MISSING_ARGUMENT = fail(400, '1832', 'Missing Argument');
export const RANGE_NOT_SATISFIED = fail(400, '1416', 'Requested Range Not Satisfied');
export const NO_SUCH_METHOD = fail(404, '1405', 'No Such Method');

/** The same code with a message of the mock, for what is said to the mock itself. */
export function badStructure(message: string): Failure {
  return fail(400, BAD_STRUCTURE.error.code, message);
}

/** The documentation names code 1404 without a message. */
export const NO_DOCUMENT = fail(404, '1404', 'Document not found');

/** Codes modelled on those of the sister API. */
export const BAD_TICKET = fail(401, '1401', 'Ticket authentication failed');
export const BAD_HTTP_METHOD = fail(405, '1402', 'HTTP method not supported');
export const INTERNAL_ERROR = fail(500, '1500', 'Internal error');

function fail<Status extends number>(
  status: Status,
  code: string,
  message: string,
): Failure<Status> {
  return { status, error: { code, message } };
}
