import { useSignal } from '@preact/signals';
import type { ConsoleState } from '../model/console-state.ts';

/** Value that stands for a sandbox that is yet to be named. */
const NEW = '+';

/** Chooses the sandbox that is looked at, or makes another one. */
export function SandboxChoice({ state: { address, names } }: { readonly state: ConsoleState }) {
  const isNaming = useSignal(false);
  const name = useSignal('');
  if (isNaming.value) {
    return (
      <form
        class="sandbox inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          address.sandbox.value = name.value;
          isNaming.value = false;
        }}
      >
        <input
          aria-label="Name of the new sandbox"
          placeholder="Name"
          required
          maxLength={64}
          pattern="[A-Za-z0-9_.\-]+"
          title="Letters, digits, dot, underscore and hyphen"
          ref={(element) => element?.focus()}
          value={name.value}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
          }}
          onKeyDown={({ key }) => {
            if (key === 'Escape') isNaming.value = false;
          }}
        />
        <button type="submit" class="small">
          Open
        </button>
      </form>
    );
  }
  return (
    <label class="sandbox field-inline">
      <span>Sandbox</span>
      <select
        value={address.sandbox.value}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== NEW) {
            address.sandbox.value = currentTarget.value;
            return;
          }
          name.value = '';
          isNaming.value = true;
        }}
      >
        {names.value.map((one) => (
          <option value={one}>{one}</option>
        ))}
        <option value={NEW}>New sandbox …</option>
      </select>
    </label>
  );
}
