import {
  FailureError,
  type FailureOf,
  InvalidAnswerError,
  NetworkError,
  RequestError,
  TimeoutError,
  UndocumentedStatusError,
} from 'share-contracts/client';
import type { operations } from 'share-contracts/types/crego';
import { readReasons } from './read-reasons.ts';

/** A failure in words for people. */
export interface FailureWords {
  readonly title: string;
  readonly advice: string;
}

/** Statuses of all failures that the contract has: a new one that has no words here does not compile. */
type Status = {
  [Name in keyof operations]: FailureOf<operations[Name]>['status'];
}[keyof operations];
type Describe = (failure: FailureError) => FailureWords;

const AGAIN = 'Try again in a moment.';

const BY_STATUS: Readonly<Record<Status, Describe>> = {
  400: ({ body }) => ({ title: 'Crego refused this.', advice: readReasons(body) }),
  401: () => ({ title: 'Your session has ended.', advice: 'Sign in again to go on.' }),
  403: () => ({
    title: 'You may not manage the links of this document.',
    advice: 'Ask its owner for the permission.',
  }),
  404: ({ operation }) =>
    operation === 'listShares' || operation === 'createShare'
      ? { title: 'This document was not found.', advice: 'It may have been deleted or moved.' }
      : { title: 'This link no longer exists.', advice: 'It may have expired or been revoked.' },
  429: ({ headers }) => ({ title: 'Too many requests.', advice: describeWait(headers) }),
};

/** Says what went wrong, and what to do about it. */
export function describeFailure(error: unknown): FailureWords {
  if (error instanceof FailureError && isDocumented(error.status)) {
    return BY_STATUS[error.status](error);
  }
  if (error instanceof TimeoutError) {
    return { title: 'Crego takes too long to answer.', advice: AGAIN };
  }
  if (error instanceof NetworkError) {
    return { title: 'Crego cannot be reached.', advice: 'Check your connection, then try again.' };
  }
  if (error instanceof UndocumentedStatusError && error.status >= 500) {
    return { title: `Crego has a problem (${error.status}).`, advice: AGAIN };
  }
  if (error instanceof InvalidAnswerError || error instanceof UndocumentedStatusError) {
    return {
      title: 'Crego gave an answer that this page does not know.',
      advice: 'Reload the page; if that does not help, tell whoever runs it.',
    };
  }
  if (error instanceof RequestError) {
    const [issue] = error.issues;
    const advice = issue ? `${issue.pointer}: expected ${issue.expected}.` : error.message;
    return { title: 'This cannot be sent.', advice };
  }
  return { title: 'Something went wrong.', advice: 'Reload the page.' };
}

function isDocumented(status: number): status is Status {
  return Object.hasOwn(BY_STATUS, status);
}

function describeWait(headers: Headers): string {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? `Try again in ${seconds} seconds.` : AGAIN;
}
