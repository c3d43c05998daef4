/** How long a new link may last. */
export interface ExpiryChoice {
  readonly name: string;
  readonly days: number;
}

export const EXPIRY_CHOICES: readonly ExpiryChoice[] = [
  { name: '1 day', days: 1 },
  { name: '7 days', days: 7 },
  { name: '30 days', days: 30 },
  { name: '1 year', days: 365 },
];

/** Instant at which a link expires that is made now and lasts for some days, as Crego takes it. */
export function expiryAfter(days: number, now: number): string {
  return new Date(now + days * 86_400_000).toISOString();
}
