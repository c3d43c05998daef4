import type { SandboxSettings } from '../state/sandbox-settings.ts';
import { readSettings } from '../state/stored-settings.ts';
import { StateLogError } from './state-log-error.ts';

/** Reads what `serializeSettings` wrote; `where` names it for people. Throws StateLogError for any other text. */
export function decodeSettings(text: string, where: string): SandboxSettings {
  const settings = read(text);
  if (typeof settings !== 'string') return settings;
  const advice =
    'Use the release that wrote it, or delete the sandbox, by DELETE /_mock/sandboxes/{name}.';
  throw new StateLogError(where, 'settings of a sandbox', `text whose ${settings}`, advice);
}

function read(text: string): SandboxSettings | string {
  try {
    return readSettings(JSON.parse(text));
  } catch {
    return 'settings are no JSON';
  }
}
