import { describe, expect, test } from 'vitest';
import { hasPermission } from '../../../mocks/cloudreve/user.ts';

const BITS = Array.from({ length: 24 }, (_, bit) => bit);
const userOf = (permission?: string) => ({
  account: {
    id: 'lpua',
    nickname: '',
    created_at: '',
    group: { id: 'z4u4', name: '', ...(permission !== undefined && { permission }) },
  },
  password: '',
});

describe('hasPermission', () => {
  test.each([
    ['/f8B', [0, ...BITS.slice(2, 17)]],
    ['BQ==', [0, 2]],
    ['', []],
    [undefined, []],
  ])('reads %s as the bits %j', (permission, bits) => {
    expect(BITS.filter((bit) => hasPermission(userOf(permission), bit))).toEqual(bits);
  });
});
