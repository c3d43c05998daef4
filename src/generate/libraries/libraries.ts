import type { ValidationLibrary } from './library.ts';
import { VALIBOT } from './valibot.ts';
import { ZOD } from './zod.ts';

/** Libraries of which a project may choose, by their names. */
export const LIBRARIES = { zod: ZOD, valibot: VALIBOT } as const satisfies Readonly<
  Record<string, ValidationLibrary>
>;
