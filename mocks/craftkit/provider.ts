import type { Provider } from '../../src/mock/authoring/index.ts';
import { formatError } from './errors.ts';

export const provider: Provider = {
  formatError,
};
