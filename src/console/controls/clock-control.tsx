import { useSignal } from '@preact/signals';
import type { ConsoleState } from '../model/console-state.ts';
import { formatInstant } from '../text/format-time.ts';

const MOVES = [
  ['+1 h', 'PT1H', '1 hour'],
  ['+1 d', 'P1D', '1 day'],
  ['+7 d', 'P7D', '7 days'],
] as const;

/** Shows what time it is in the sandbox, and moves or sets it. */
export function ClockControl({ state }: { readonly state: ConsoleState }) {
  const { control, address, sandbox, act } = state;
  const wanted = useSignal('');
  const path = { sandbox: address.sandbox.value };
  return (
    <section class="control">
      <h2>Clock</h2>
      <Times state={state} />
      <div class="buttons">
        {MOVES.map(([label, by, words]) => (
          <button
            type="button"
            class="small"
            aria-label={`${label}: move the clock ${words} on`}
            onClick={() =>
              act(`The clock is ${words} on.`, () => control.advanceClock({ path, body: { by } }))
            }
          >
            {label}
          </button>
        ))}
      </div>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          const now = `${wanted.value.length === 16 ? `${wanted.value}:00` : wanted.value}Z`;
          void act(`The clock is set to ${wanted.value.replace('T', ' ')}.`, () =>
            control.setClock({ path, body: { now } }),
          );
        }}
      >
        <input
          type="datetime-local"
          aria-label="Time in UTC"
          required
          step="1"
          min="1970-01-01T00:00"
          max="9998-12-31T23:59"
          value={wanted.value}
          onFocus={() => {
            const [first] = Object.values(sandbox.value?.sandbox.clock.apis ?? {});
            if (wanted.value === '' && first !== undefined) wanted.value = first.slice(0, 19);
          }}
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value;
          }}
        />
        <button type="submit" class="small">
          Set
        </button>
      </form>
    </section>
  );
}

/** Times of the APIs, which differ where each began when its examples were true. */
function Times({ state: { sandbox, tick } }: { readonly state: ConsoleState }) {
  tick.value;
  const seen = sandbox.value;
  if (seen === undefined) return <p class="quiet">…</p>;
  const times = Object.entries(seen.sandbox.clock.apis);
  const passed = performance.now() - seen.seenAt;
  const shown = times.map(
    ([name, time]) => [name, formatInstant(Date.parse(time) + passed)] as const,
  );
  const [first] = shown;
  if (first === undefined) return <p class="quiet">No API keeps state, so none has a clock.</p>;
  if (shown.every(([, time]) => time === first[1])) return <p class="clock-time">{first[1]} UTC</p>;
  return (
    <dl class="times">
      {shown.map(([name, time]) => (
        <div>
          <dt>{name}</dt>
          <dd>{time}</dd>
        </div>
      ))}
    </dl>
  );
}
