import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { describeFailure } from './describe-failure.ts';

/** What was read, and what went wrong when it was read last. */
export interface Read<Value> {
  readonly value: Value | undefined;
  readonly failure: string | undefined;
}

/** Milliseconds in which several changes are read together. */
const GATHERING = 200;

/** Reads something, and again after changes; what was read before stays until then. */
export function useRead<Value>(
  key: string,
  changes: ReadonlySignal<unknown>,
  read: () => Promise<Value>,
): Read<Value> {
  const found = useSignal<Read<Value> & { readonly key: string }>({
    key,
    value: undefined,
    failure: undefined,
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The first time, nobody waits.
    let delay = 0;
    let last = 0;
    // A change while one waits already is read with it, so that many of them starve nobody.
    const leave = changes.subscribe(() => {
      timer ??= setTimeout(readNow, delay);
      delay = GATHERING;
    });
    return () => {
      leave();
      clearTimeout(timer);
      last = Number.POSITIVE_INFINITY;
    };

    async function readNow(): Promise<void> {
      timer = undefined;
      last += 1;
      const turn = last;
      try {
        const value = await read();
        if (turn === last) found.value = { key, value, failure: undefined };
      } catch (error) {
        const failure = describeFailure(error);
        if (turn === last) found.value = { key, value: undefined, failure };
      }
    }
  }, [key]);
  return found.value.key === key ? found.value : { value: undefined, failure: undefined };
}
