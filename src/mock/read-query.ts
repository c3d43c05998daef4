/** What parameters are read from where there is no query. */
const NO_QUERY = new URLSearchParams();

/** Reads the query of a request; most requests have none. */
export function readQuery(query: string): URLSearchParams {
  return query === '' ? NO_QUERY : new URLSearchParams(query);
}
