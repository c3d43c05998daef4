import { andThen, type Eventual } from './eventual.ts';
import type { Strike } from './fault.ts';
import type { Answer } from './respond.ts';

/** Lets faults strike a request: waits, has it answered by a server error, or loses what was answered. */
export function endure(
  strike: Strike | undefined,
  wait: (milliseconds: number) => Promise<void>,
  answer: (isStruck: boolean) => Eventual<Answer>,
): Eventual<Answer> {
  if (strike === undefined) return answer(false);
  const { delay, outcome } = strike;
  const answerLate = () => andThen(answer(outcome === 'error'), (made) => lose(made, outcome));
  return delay === 0 ? answerLate() : wait(delay).then(answerLate);
}

function lose(answer: Answer, outcome: Strike['outcome']): Answer {
  if (outcome !== 'reset' && outcome !== 'truncate') return answer;
  const loss = outcome === 'reset' ? 'all' : 'half';
  return { ...answer, response: { ...answer.response, loss } };
}
