import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REGISTRY } from '../project/find-registry.ts';

/** Folder of this package. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Registry of the APIs that ship with this package. */
export const SHIPPED_REGISTRY = join(ROOT, REGISTRY);

/** Contract of the API by which the mock server itself is controlled. */
export const CONTROL_CONTRACT = join(ROOT, 'openapi', 'mock-control', 'openapi.yaml');

/** Folder that the console is built into. */
export const CONSOLE = join(ROOT, 'dist', 'console');
