import type { Fault } from '../../generated/mock-control/types.ts';

const OUTCOMES = { error: 'server error', reset: 'no answer', truncate: 'half an answer' } as const;

/** Says a fault in words: `shop: server error for 20 % of requests, 3 times more.` */
export function describeFault({ api, operation, outcome, delay, rate = 1, times }: Fault): string {
  const what = [
    ...(delay === undefined ? [] : [describeDelay(delay)]),
    ...(outcome === undefined ? [] : [OUTCOMES[outcome]]),
  ];
  const where = [api, operation].filter((name) => name !== undefined).join(' ');
  const share = rate === 1 ? '' : ` for ${Math.round(rate * 1000) / 10} % of requests`;
  const left = times === undefined ? '' : `, ${times} more`;
  return `${where === '' ? 'All' : where}: ${what.join(', then ') || 'nothing'}${share}${left}`;
}

function describeDelay(delay: NonNullable<Fault['delay']>): string {
  if (typeof delay === 'number') return `${delay} ms later`;
  if ('mean' in delay) return `about ${delay.mean} ms later`;
  return `${delay.min} to ${delay.max} ms later`;
}
