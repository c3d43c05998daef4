import type { ConsoleState } from '../model/console-state.ts';

/** Chooses the situation that requests of the sandbox are in. */
export function ScenarioControl({ state }: { readonly state: ConsoleState }) {
  const { control, address, apis, sandbox, act } = state;
  const current = sandbox.value?.sandbox.scenario ?? 'default';
  const all = new Map(
    apis.value.flatMap(({ scenarios }) => scenarios.map(({ name, summary }) => [name, summary])),
  );
  const known = apis.value.filter(({ scenarios }) =>
    scenarios.some(({ name }) => name === current),
  );
  return (
    <section class="control">
      <h2 id="scenario">Scenario</h2>
      <select
        aria-labelledby="scenario"
        value={current}
        onChange={({ currentTarget: { value: name } }) => {
          const path = { sandbox: address.sandbox.value };
          void act(`The scenario is “${name}”.`, () =>
            control.setScenario({ path, body: { name } }),
          );
        }}
      >
        {[...new Set([...all.keys(), current])].map((name) => (
          <option value={name}>{name}</option>
        ))}
      </select>
      <p class="quiet">
        {all.get(current)}
        {known.length > 0 && known.length < apis.value.length && (
          <> In {known.map(({ name }) => name).join(', ')}.</>
        )}
      </p>
    </section>
  );
}
