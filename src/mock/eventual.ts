/** Value that is there at once, or later: what takes no time waits for no turn of the event loop. */
export type Eventual<T> = T | Promise<T>;

/** Goes on with a value as soon as it is there. */
export function andThen<T, U>(value: Eventual<T>, next: (value: T) => Eventual<U>): Eventual<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** What an act gives, or what `recover` makes of the error that it throws or rejects with. */
export function attempt<T>(act: () => Eventual<T>, recover: (error: unknown) => T): Eventual<T> {
  try {
    const value = act();
    return value instanceof Promise ? value.catch(recover) : value;
  } catch (error) {
    return recover(error);
  }
}
