/** Path of the control API on a server that gives it no other. */
export const CONTROL_MOUNT = '/_mock';
