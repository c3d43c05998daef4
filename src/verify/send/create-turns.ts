/** Lets so many tasks run at a time. */
export interface Turns {
  /** Waits for a turn, and gives what ends it; the others come in the order in which they asked. */
  take(): Promise<() => void>;
}

/** Makes turns for `count` tasks at a time. */
export function createTurns(count: number): Turns {
  let free = count;
  const waiting: (() => void)[] = [];
  const end = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    async take() {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return end;
    },
  };
}
