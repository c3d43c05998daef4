import type { CallInput } from '../call-input.ts';
import { readMember } from '../read-member.ts';
import type { AnsweredPage, PageOrder, Paging } from './paging.ts';

/** Pages are counted. */
export const byPage: PageOrder = {
  isPast,
  findNext: (paging, page, input, from = paging.first ?? 1) =>
    hasNext(paging, page, input) ? Number(from) + 1 : undefined,
};

/** Items are counted: a page begins at the offset of its first one. */
export const byOffset: PageOrder = {
  isPast,
  findNext: (paging, page, input, from = paging.first ?? 0) =>
    hasNext(paging, page, input) ? Number(from) + page.items.length : undefined,
};

function hasNext(
  { more, size = '' }: Paging,
  { data, items }: AnsweredPage,
  input: CallInput,
): boolean {
  if (more) return Boolean(readMember(data, more));
  const wanted = Number(readMember(input.query, [size]) ?? 1);
  return items.length > 0 && items.length >= wanted;
}

function isPast({ past }: Paging, error: unknown): boolean {
  const { status, body } = Object(error);
  if (!past || status !== past.status) return false;
  return !past.member || readMember(body, past.member) === past.value;
}
