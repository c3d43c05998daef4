import { useSignal } from '@preact/signals';
import type { Fault } from '../../generated/mock-control/types.ts';
import type { ConsoleState } from '../model/console-state.ts';
import { describeFault } from './describe-fault.ts';

const OUTCOMES = [
  ['', 'As usual'],
  ['error', 'Server error'],
  ['reset', 'No answer'],
  ['truncate', 'Half of it'],
] as const;

/** Shows what goes wrong in the sandbox, adds to it and ends it. */
export function FaultsControl({ state }: { readonly state: ConsoleState }) {
  const { control, address, sandbox, act } = state;
  const faults = sandbox.value?.sandbox.faults ?? [];
  const path = { sandbox: address.sandbox.value };
  const set = (done: string, next: Fault[]) =>
    act(done, () => control.setFaults({ path, body: { faults: next } }));
  return (
    <section class="control">
      <h2>Faults</h2>
      {faults.length === 0 ? (
        <p class="quiet">None: requests are answered at once.</p>
      ) : (
        <ul class="faults">
          {faults.map((fault, index) => (
            <li>
              <span>{describeFault(fault)}</span>
              <button
                type="button"
                class="small"
                aria-label={`End: ${describeFault(fault)}`}
                onClick={() =>
                  set(
                    'The fault has ended.',
                    faults.filter((_, at) => at !== index),
                  )
                }
              >
                End
              </button>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>Add a fault</summary>
        <FaultForm
          state={state}
          onAdd={(fault) => set('The fault is there.', [...faults, fault])}
        />
      </details>
    </section>
  );
}

interface FormProps {
  readonly state: ConsoleState;
  readonly onAdd: (fault: Fault) => void;
}

function FaultForm({ state: { apis }, onAdd }: FormProps) {
  const api = useSignal('');
  const outcome = useSignal<string>('error');
  const delay = useSignal('');
  const rate = useSignal('100');
  const times = useSignal('');
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = OUTCOMES.find(([value]) => value === outcome.value)?.[0] ?? '';
        onAdd({
          ...(api.value !== '' && { api: api.value }),
          ...(chosen !== '' && { outcome: chosen }),
          ...(delay.value !== '' && { delay: Number(delay.value) }),
          ...(rate.value !== '' && { rate: Number(rate.value) / 100 }),
          ...(times.value !== '' && { times: Number(times.value) }),
        });
      }}
    >
      <label class="field">
        <span>API</span>
        <select
          value={api.value}
          onChange={({ currentTarget }) => {
            api.value = currentTarget.value;
          }}
        >
          <option value="">All</option>
          {apis.value.map(({ name }) => (
            <option value={name}>{name}</option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Answer</span>
        <select
          value={outcome.value}
          onChange={({ currentTarget }) => {
            outcome.value = currentTarget.value;
          }}
        >
          {OUTCOMES.map(([value, label]) => (
            <option value={value}>{label}</option>
          ))}
        </select>
      </label>
      <NumberField label="Delay, ms" value={delay} min={0} max={600_000} />
      <NumberField label="Requests, %" value={rate} min={0} max={100} />
      <NumberField label="Times, at most" value={times} min={1} max={1_000_000} />
      <button type="submit">Add</button>
    </form>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: { value: string };
  readonly min: number;
  readonly max: number;
}

function NumberField({ label, value, min, max }: NumberProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        value={value.value}
        onInput={({ currentTarget }) => {
          value.value = currentTarget.value;
        }}
      />
    </label>
  );
}
