let waiting: (() => void)[] = [];

/**
 * Does something once all that has arrived by now is read, before anything else that arrives.
 *
 * Requests are answered so, because code that runs several times in a row runs in half the time that it takes between
 * calls of the system. Answers are written so behind them: the first of several wakes the process on the other side,
 * which takes the system longer than the writing, and the others find it awake. `act` must not throw.
 */
export function atEndOfTurn(act: () => void): void {
  if (waiting.length === 0) setImmediate(actAll);
  waiting.push(act);
}

function actAll(): void {
  // What an act adds comes behind all that is there.
  for (const act of waiting) act();
  waiting = [];
}
