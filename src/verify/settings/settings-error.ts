/** Thrown for settings of a run that cannot be used. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
