import type { Provider } from '../../src/mock/authoring/index.ts';
import { formatError } from './errors.ts';
import { readGoJson } from './go-json.ts';
import { readGoQuery } from './go-query.ts';

export const provider: Provider = {
  formatError,
  // Every body is parsed as JSON, whatever its Content-Type, and every response is JSON.
  ignoredHeaders: ['accept', 'content-type'],
  takesAnyScheme: true,
  hasNoHead: true,
  splitsDecodedPath: true,
  readQuery: readGoQuery,
  readBody: readGoJson,
};
