import { readMember } from '../read-member.ts';
import type { PageOrder } from './paging.ts';

/** The answer gives what asks for the next page; the last page has none. */
export const byCursor: PageOrder = {
  findNext: ({ next = [], more }, { data }) => {
    const cursor = (!more || readMember(data, more)) && readMember(data, next);
    return cursor ? String(cursor) : undefined;
  },
};
