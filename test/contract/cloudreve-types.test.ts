import { describe, expectTypeOf, test } from 'vitest';
import type {
  EmptySuccess,
  Failure,
  FileInfoSuccess,
  FilePageSuccess,
  FileUrlsSuccess,
  operations,
  PublicUserSuccess,
  ShareListSuccess,
  ShareSuccess,
  ShareUrlSuccess,
  SignInMethodsSuccess,
  SignInSuccess,
  SignOutSuccess,
  TokenPairSuccess,
  TwoFactorRequired,
  VersionSuccess,
} from '../../src/generated/cloudreve/types.ts';
import type { DataOf } from './harness/call-types.ts';

describe('cloudreve', () => {
  test('gives each call the types of its contract', () => {
    expectTypeOf<DataOf<operations['listMyShares']>>().toEqualTypeOf<ShareListSuccess | Failure>();
    expectTypeOf<DataOf<operations['createShare']>>().toEqualTypeOf<ShareUrlSuccess | Failure>();
    expectTypeOf<DataOf<operations['deleteShares']>>().toEqualTypeOf<EmptySuccess | Failure>();
    expectTypeOf<DataOf<operations['editShare']>>().toEqualTypeOf<ShareUrlSuccess | Failure>();
    expectTypeOf<DataOf<operations['deleteShare']>>().toEqualTypeOf<EmptySuccess | Failure>();
    expectTypeOf<DataOf<operations['getShareInfo']>>().toEqualTypeOf<ShareSuccess | Failure>();
    expectTypeOf<DataOf<operations['listUserShares']>>().toEqualTypeOf<
      ShareListSuccess | Failure
    >();
    expectTypeOf<DataOf<operations['reportAbuse']>>().toEqualTypeOf<EmptySuccess | Failure>();
    expectTypeOf<DataOf<operations['signIn']>>().toEqualTypeOf<
      SignInSuccess | TwoFactorRequired | Failure
    >();
    expectTypeOf<DataOf<operations['signOut']>>().toEqualTypeOf<SignOutSuccess | Failure>();
    expectTypeOf<DataOf<operations['finishTwoFactorSignIn']>>().toEqualTypeOf<
      SignInSuccess | Failure
    >();
    expectTypeOf<DataOf<operations['refreshToken']>>().toEqualTypeOf<TokenPairSuccess | Failure>();
    expectTypeOf<DataOf<operations['listFiles']>>().toEqualTypeOf<FilePageSuccess | Failure>();
    expectTypeOf<DataOf<operations['getFileInfo']>>().toEqualTypeOf<FileInfoSuccess | Failure>();
    expectTypeOf<DataOf<operations['createFileUrls']>>().toEqualTypeOf<FileUrlsSuccess | Failure>();
    expectTypeOf<DataOf<operations['getUserInfo']>>().toEqualTypeOf<PublicUserSuccess | Failure>();
    expectTypeOf<DataOf<operations['prepareSignIn']>>().toEqualTypeOf<
      SignInMethodsSuccess | Failure
    >();
    expectTypeOf<DataOf<operations['pingSite']>>().toEqualTypeOf<VersionSuccess | Failure>();
  });
});
