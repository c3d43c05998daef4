import { describe, expectTypeOf, test } from 'vitest';
import type {
  ErrorDetail,
  operations,
  Share,
  SharePage,
  SharePreview,
  ValidationError,
} from '../../src/generated/crego/types.ts';
import type { DataOf, ErrorOf } from './harness/call-types.ts';

describe('crego', () => {
  test('gives each call the types of its contract', () => {
    expectTypeOf<DataOf<operations['listShares']>>().toEqualTypeOf<SharePage>();
    expectTypeOf<ErrorOf<operations['listShares']>>().toEqualTypeOf<
      ValidationError | ErrorDetail
    >();
    expectTypeOf<DataOf<operations['createShare']>>().toEqualTypeOf<Share>();
    expectTypeOf<ErrorOf<operations['createShare']>>().toEqualTypeOf<
      ValidationError | ErrorDetail
    >();
    expectTypeOf<DataOf<operations['getShare']>>().toEqualTypeOf<Share>();
    expectTypeOf<ErrorOf<operations['getShare']>>().toEqualTypeOf<ErrorDetail>();
    expectTypeOf<DataOf<operations['updateShare']>>().toEqualTypeOf<Share>();
    expectTypeOf<ErrorOf<operations['updateShare']>>().toEqualTypeOf<
      ValidationError | ErrorDetail
    >();
    expectTypeOf<ErrorOf<operations['deleteShare']>>().toEqualTypeOf<ErrorDetail>();
    expectTypeOf<DataOf<operations['previewShare']>>().toEqualTypeOf<SharePreview>();
    expectTypeOf<ErrorOf<operations['previewShare']>>().toEqualTypeOf<ErrorDetail>();
  });
});
