/** Runs a task when it is its turn. */
export type TakeTurns = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Makes a function that runs tasks in the order in which they come, `count` of them at a time. */
export function createTurns(count: number): TakeTurns {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
