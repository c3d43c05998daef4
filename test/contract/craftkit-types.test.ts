import { describe, expectTypeOf, test } from 'vitest';
import type {
  EmailedShare,
  Engagement,
  ErrorResponse,
  EventReceipt,
  operations,
  Render,
  RevokedShare,
  Share,
  ShareList,
} from '../../src/generated/craftkit/types.ts';
import type { DataOf, ErrorOf } from './harness/call-types.ts';

describe('craftkit', () => {
  test('gives each call the types of its contract', () => {
    expectTypeOf<DataOf<operations['getRender']>>().toEqualTypeOf<Render>();
    expectTypeOf<ErrorOf<operations['getRender']>>().toEqualTypeOf<ErrorResponse>();
    expectTypeOf<DataOf<operations['listShares']>>().toEqualTypeOf<ShareList>();
    expectTypeOf<ErrorOf<operations['listShares']>>().toEqualTypeOf<ErrorResponse>();
    expectTypeOf<DataOf<operations['createShare']>>().toEqualTypeOf<Share>();
    expectTypeOf<ErrorOf<operations['createShare']>>().toEqualTypeOf<ErrorResponse>();
    expectTypeOf<DataOf<operations['revokeShare']>>().toEqualTypeOf<RevokedShare>();
    expectTypeOf<ErrorOf<operations['revokeShare']>>().toEqualTypeOf<ErrorResponse>();
    expectTypeOf<DataOf<operations['emailRender']>>().toEqualTypeOf<EmailedShare>();
    expectTypeOf<ErrorOf<operations['emailRender']>>().toEqualTypeOf<ErrorResponse>();
    expectTypeOf<DataOf<operations['getEngagement']>>().toEqualTypeOf<Engagement>();
    expectTypeOf<ErrorOf<operations['getEngagement']>>().toEqualTypeOf<ErrorResponse>();
    expectTypeOf<DataOf<operations['trackEvent']>>().toEqualTypeOf<EventReceipt>();
    expectTypeOf<ErrorOf<operations['trackEvent']>>().toEqualTypeOf<ErrorResponse>();
  });
});
