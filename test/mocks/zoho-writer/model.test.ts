import { describe, test } from 'vitest';
import { propertyRuns } from '../../support/property-runs.ts';
import { checkHistories } from './model-histories.ts';

describe('zoho-writer', () => {
  test('agrees with a model on hundreds of random histories', () =>
    checkHistories({ runs: propertyRuns(300) }));
});
