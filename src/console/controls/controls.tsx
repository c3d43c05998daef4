import type { ConsoleState } from '../model/console-state.ts';
import { ClockControl } from './clock-control.tsx';
import { FaultsControl } from './faults-control.tsx';
import { ResetControl } from './reset-control.tsx';
import { ScenarioControl } from './scenario-control.tsx';

/** What changes the sandbox. */
export function Controls({ state }: { readonly state: ConsoleState }) {
  return (
    <div class="controls">
      <ScenarioControl state={state} />
      <ClockControl state={state} />
      <FaultsControl state={state} />
      <ResetControl state={state} />
    </div>
  );
}
