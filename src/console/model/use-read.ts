import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { describeFailure } from './describe-failure.ts';

/** What was read, and what went wrong when it was read last. */
export interface Read<Value> {
  readonly value: Value | undefined;
  readonly failure: string | undefined;
}

/** Milliseconds in which several changes are read together. */
const GATHERING = 150;

/** Reads something, and again after each change; what was read before stays until then. */
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
  const change = changes.value;
  useEffect(() => {
    let isCurrent = true;
    // The first time, nobody waits.
    const delay = found.peek().key === key && found.peek().value !== undefined ? GATHERING : 0;
    const timer = setTimeout(async () => {
      try {
        const value = await read();
        if (isCurrent) found.value = { key, value, failure: undefined };
      } catch (error) {
        if (isCurrent) found.value = { key, value: undefined, failure: describeFailure(error) };
      }
    }, delay);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, change]);
  return found.value.key === key ? found.value : { value: undefined, failure: undefined };
}
