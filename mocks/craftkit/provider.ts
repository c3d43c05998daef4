import type { Provider } from '../../src/mock/create-mock.ts';
import { behaviour } from './behaviour.ts';
import { formatError } from './errors.ts';

export const provider: Provider = {
  behaviour,
  formatError,
};
