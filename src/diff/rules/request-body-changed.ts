import { type EndpointRule, findInCall } from '../endpoint-pair.ts';
import { readMember } from '../open-member.ts';
import { compareContent } from './media-types-changed.ts';

const PLACE = 'request body';

/** A request body is added, removed, or becomes required or optional. */
export const requestBodyChanged: EndpointRule = (pair) => {
  const before = pair.before.body;
  const after = pair.after.body;
  if (before === undefined && after === undefined) return [];
  const isNeeded = readMember(after, 'required') === true;
  if (before === undefined) {
    const what = isNeeded ? 'is new and required' : 'is new';
    const caller = isNeeded ? 'breaking' : 'safe';
    return [
      findInCall(
        pair,
        'request-body-added',
        PLACE,
        what,
        { caller, server: 'breaking' },
        pair.before.cursor,
        after,
      ),
    ];
  }
  if (after === undefined) {
    const ratings = { caller: 'breaking', server: 'safe' } as const;
    return [
      findInCall(
        pair,
        'request-body-removed',
        PLACE,
        'is gone',
        ratings,
        before,
        pair.after.cursor,
      ),
    ];
  }
  const content = compareContent(pair, before, after, pair.flow, PLACE);
  const wasNeeded = readMember(before, 'required') === true;
  if (wasNeeded === isNeeded) return content;
  const found = isNeeded
    ? findInCall(
        pair,
        'request-body-became-required',
        PLACE,
        'is required',
        { caller: 'breaking', server: 'risky' },
        before,
        after,
      )
    : findInCall(
        pair,
        'request-body-became-optional',
        PLACE,
        'is not required any more',
        { caller: 'safe', server: 'breaking' },
        before,
        after,
      );
  return [found, ...content];
};
