import type { Provider } from '../../src/mock/authoring/index.ts';
import { formatError } from './errors.ts';

export const provider: Provider = {
  formatError,
  // Bodies are parsed as JSON whatever their Content-Type says, and nothing but JSON is answered.
  ignoredHeaders: ['accept', 'content-type'],
};
