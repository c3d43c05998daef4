import { fileURLToPath } from 'node:url';

/** Folder of this package: where contracts, generated files and docs are. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
