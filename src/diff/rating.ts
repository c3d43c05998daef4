/**
 * What a change means for one side: `breaking`, it fails until it is changed; `risky`, it may fail; `safe`, it goes on as it is.
 */
export type Rating = 'breaking' | 'risky' | 'safe';

/** For those who wrote a consumer by the contract before the change, and for a provider that keeps that one. */
export interface Ratings {
  readonly consumer: Rating;
  readonly provider: Rating;
}

const ORDER: readonly Rating[] = ['safe', 'risky', 'breaking'];

/** Whether a rating is at least as bad as another. */
export function isAtLeast(rating: Rating, other: Rating): boolean {
  return ORDER.indexOf(rating) >= ORDER.indexOf(other);
}

/** The worse of two ratings for each side. */
export function worse(one: Ratings, other: Ratings): Ratings {
  return {
    consumer: isAtLeast(one.consumer, other.consumer) ? one.consumer : other.consumer,
    provider: isAtLeast(one.provider, other.provider) ? one.provider : other.provider,
  };
}
