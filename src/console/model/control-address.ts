/** URL of the control API, above that of a script of the console: `/_mock` for `/_mock/console/try-it.js`. */
export function controlAddressOf(script: string): string {
  return new URL('..', script).href.replace(/\/$/, '');
}
