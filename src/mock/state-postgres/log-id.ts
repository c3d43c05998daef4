/** The id of no log. */
const NO_LOG = '00000000-0000-0000-0000-000000000000';
const LOG_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Gives the id of a log as the database takes it: what a server has from another store is none of ours. */
export function toLogId(log: string): string {
  return LOG_ID.test(log) ? log : NO_LOG;
}
