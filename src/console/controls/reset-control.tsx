import { useSignal } from '@preact/signals';
import type { ConsoleState } from '../model/console-state.ts';

/** Puts the sandbox back to its beginning, once it was asked for twice. */
export function ResetControl({ state }: { readonly state: ConsoleState }) {
  const { control, address, act } = state;
  const isAsking = useSignal(false);
  const name = address.sandbox.value;
  if (!isAsking.value) {
    return (
      <section class="control">
        <button
          type="button"
          onClick={() => {
            isAsking.value = true;
          }}
        >
          Reset sandbox
        </button>
      </section>
    );
  }
  return (
    <section class="control" aria-label="Reset">
      <p>Forget all rows, requests, faults and settings of “{name}”?</p>
      <div class="buttons">
        <button
          type="button"
          class="danger"
          ref={(element) => element?.focus()}
          onClick={async () => {
            isAsking.value = false;
            await act(`“${name}” is as it was at first.`, () =>
              control.resetSandbox({ path: { sandbox: name } }),
            );
          }}
        >
          Reset
        </button>
        <button
          type="button"
          onClick={() => {
            isAsking.value = false;
          }}
        >
          Cancel
        </button>
      </div>
    </section>
  );
}
