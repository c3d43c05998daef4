/** Path of the control API on a server that gives it no other. */
export const CONTROL_MOUNT = '/_mock';

/** Whether a path can be that of the control API: an empty one would take all requests. */
export function isControlPath(path: string): boolean {
  return /^(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)+$/.test(path);
}
