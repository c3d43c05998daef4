import type { Api } from '../../generated/mock-control/types.ts';
import type { ConsoleState } from '../model/console-state.ts';

/** API that the address names, or else the first one. */
export function chosenApi({ apis, address }: ConsoleState): Api | undefined {
  return apis.value.find(({ name }) => name === address.api.value) ?? apis.value[0];
}

/** Chooses the API that a view is about. */
export function ApiChoice({ state }: { readonly state: ConsoleState }) {
  const { apis, address } = state;
  return (
    <label class="field-inline">
      <span>API</span>
      <select
        value={chosenApi(state)?.name ?? ''}
        onChange={({ currentTarget }) => {
          address.api.value = currentTarget.value;
          address.operation.value = '';
        }}
      >
        {apis.value.map(({ name, title }) => (
          <option value={name}>{title}</option>
        ))}
      </select>
    </label>
  );
}
