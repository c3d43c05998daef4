import type { Provider } from '../../src/mock/create-mock.ts';
import { formatError } from './errors.ts';

export const provider: Provider = {
  formatError,
};
