import { FidelityError } from './fidelity-error.ts';
import type { Names } from './names.ts';
import type { StateChange } from './recording.ts';
import type { ReplayServer } from './server.ts';

/** Changes or removes a row. Throws FidelityError on a live server, which lets nobody do so. */
export async function changeState(
  { table, key, set, place }: StateChange,
  names: Names,
  control: ReplayServer['control'],
): Promise<void> {
  const ours = names.fillValue(key);
  if (control === undefined || typeof ours !== 'string') {
    throw new FidelityError(
      `${place.history}:${place.n} "${place.name}" changes the state, which a live server does not let anyone do.`,
    );
  }
  if (set === undefined) return control.deleteRow(table, ours);
  const former = await control.getRow(table, ours);
  const changed = { ...former, ...Object(names.fillValue(set)) };
  const kept = Object.entries(changed).filter(([, value]) => value !== null);
  await control.putRow(table, ours, Object.fromEntries(kept));
}
