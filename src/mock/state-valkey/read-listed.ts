import type { ListedSandbox } from '../state/state-log.ts';
import { decodeSettings } from '../state-log/decode-settings.ts';

/** Reads a row of the script `LIST`. Throws StateLogError if its settings are none. */
export function readListed(row: readonly unknown[], store: string): ListedSandbox {
  const [name = '', settings = '', last, cleared] = row.map(String);
  const where = `${store}: sandbox ${JSON.stringify(name)}`;
  return {
    name,
    settings: decodeSettings(settings, where),
    recorded: Number(last) - Number(cleared),
  };
}
