/** Path of the control API on the server. */
export const CONTROL_MOUNT = '/_mock';
