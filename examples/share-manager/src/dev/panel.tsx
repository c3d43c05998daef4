import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { bearer } from 'share-contracts/client';
import { createClient } from 'share-contracts/clients/mock-control';
import type { Sandbox } from 'share-contracts/types/mock-control';
import { describeFailure } from '../failures/describe-failure.ts';

const SCENARIOS = ['default', 'empty', 'many', 'expired', 'slow', 'server-error', 'unauthorized'];
const STEPS = [
  { name: '+1 hour', by: 'PT1H' },
  { name: '+1 day', by: 'P1D' },
  { name: '+7 days', by: 'P7D' },
];

const { VITE_CONTROL_URL: baseUrl = '', VITE_CONTROL_TOKEN: token = '' } = import.meta.env;
const control = createClient({ baseUrl, middleware: [bearer(token)] });
const path = { sandbox: 'default' };

/** Adds a panel that steers the mock; it is in no build. `changed` is called after each step. */
export function addPanel(changed: () => void): void {
  const place = document.createElement('aside');
  place.className = 'panel';
  place.setAttribute('aria-label', 'Mock');
  document.body.prepend(place);
  render(<Panel changed={changed} />, place);
}

function Panel({ changed }: { changed: () => void }) {
  const [state, setState] = useState<Sandbox>();
  const [trouble, setTrouble] = useState('');

  const steer = async (step: () => Promise<unknown>) => {
    try {
      await step();
      setState(await control.getSandbox({ path }));
      setTrouble('');
    } catch (error) {
      setTrouble(describeFailure(error).title);
    }
  };
  const steerAndTell = async (step: () => Promise<unknown>) => {
    await steer(step);
    changed();
  };
  useEffect(() => void steer(() => Promise.resolve()), []);

  return (
    <>
      <strong>Mock</strong>
      <time>{state?.clock.apis.crego?.slice(0, 16).replace('T', ' ')}</time>
      {STEPS.map(({ name, by }) => (
        <button
          key={by}
          type="button"
          onClick={() => void steerAndTell(() => control.advanceClock({ path, body: { by } }))}
        >
          {name}
        </button>
      ))}
      <label>
        Scenario{' '}
        <select
          value={state?.scenario ?? 'default'}
          onChange={({ currentTarget: { value: name } }) =>
            void steerAndTell(() => control.setScenario({ path, body: { name } }))
          }
        >
          {SCENARIOS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => void steerAndTell(() => control.resetSandbox({ path }))}>
        Start over
      </button>
      <span role="status">{trouble}</span>
    </>
  );
}
