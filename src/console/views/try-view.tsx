import type { ConsoleState } from '../model/console-state.ts';
import { useRead } from '../model/use-read.ts';
import { ApiChoice, chosenApi } from '../parts/api-choice.tsx';
import { OperationPanel } from './operation-panel.tsx';

/** Any operation, to be called in the sandbox. */
export function TryView({ state }: { readonly state: ConsoleState }) {
  const { control, address, connection } = state;
  const api = chosenApi(state);
  const name = api?.name ?? '';
  const { value, failure } = useRead(name, connection, async () =>
    name === '' ? undefined : control.listApiOperations({ path: { api: name } }),
  );
  const operations = value?.operations ?? [];
  const chosen = operations.find(({ id }) => id === address.operation.value) ?? operations[0];
  return (
    <div class="page">
      <div class="bar">
        <ApiChoice state={state} />
        <label class="field-inline grows">
          <span>Operation</span>
          <select
            value={chosen?.id ?? ''}
            onChange={({ currentTarget }) => {
              address.operation.value = currentTarget.value;
            }}
          >
            {operations.map(({ id, summary }) => (
              <option value={id}>{summary === '' ? id : `${id}: ${summary}`}</option>
            ))}
          </select>
        </label>
      </div>
      {failure !== undefined && <p class="failure">{failure}</p>}
      {value !== undefined && operations.length === 0 && (
        <p class="empty">The contract has no operation.</p>
      )}
      {api !== undefined && chosen !== undefined && (
        <OperationPanel
          key={`${name} ${chosen.id}`}
          control={control}
          api={api}
          sandbox={address.sandbox.value}
          operation={chosen.id}
        />
      )}
    </div>
  );
}
