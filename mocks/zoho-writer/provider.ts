import type { Provider } from '../../src/mock/authoring/index.ts';
import { formatError } from './errors.ts';

export const provider: Provider = {
  formatError,
  // Only the path decides between JSON and XML.
  ignoredHeaders: ['accept'],
};
