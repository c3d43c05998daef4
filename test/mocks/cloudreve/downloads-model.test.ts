import { describe, test } from 'vitest';
import { propertyRuns } from '../../support/property-runs.ts';
import { checkHistories } from './downloads-model-histories.ts';

describe('downloads of a share', () => {
  test('agree with a model on random histories', () => checkHistories({ runs: propertyRuns(100) }));
});
