import { describe, expect, test } from 'vitest';
import { pageOf } from '../../../src/mock/authoring/page-of.ts';

const ROWS = [1, 2, 3, 4, 5];

describe('pageOf', () => {
  test.each([
    [{}, ROWS, 1, 1, false, false],
    [{ size: 2 }, [1, 2], 1, 3, true, false],
    [{ page: 2, size: 2 }, [3, 4], 2, 3, true, true],
    [{ page: 3, size: 2 }, [5], 3, 3, false, true],
    [{ page: 9, size: 2 }, [], 9, 3, false, true],
    [{ offset: 1, size: 3 }, [2, 3, 4], 1, 2, true, true],
    [{ size: 0 }, [], 1, 1, false, false],
    [{ page: -1, size: 2 }, [1, 2], 1, 3, true, false],
  ])('cuts %j', (wish, rows, page, pages, hasNext, hasPrevious) => {
    expect(pageOf(ROWS, wish)).toMatchObject({ rows, total: 5, page, pages, hasNext, hasPrevious });
  });

  test('has one page of an empty list', () => {
    expect(pageOf([], { page: 1, size: 10 })).toMatchObject({ rows: [], total: 0, pages: 1 });
  });
});
