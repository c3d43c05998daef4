let waiting: (() => void)[] = [];

/**
 * Does something once all that has arrived by now is read, before anything else that arrives.
 *
 * Answers are written so: the first of several wakes the process on the other side, which takes the system longer
 * than the writing, and the others find it awake. `act` must not throw.
 */
export function atEndOfTurn(act: () => void): void {
  if (waiting.length === 0) setImmediate(actAll);
  waiting.push(act);
}

function actAll(): void {
  const acts = waiting;
  waiting = [];
  for (const act of acts) act();
}
