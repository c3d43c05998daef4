import { type CraftkitContext, ELIDED, type RenderRow } from './tables.ts';

/**
 * Returns a render by id; an unknown one is like the documented one, unless the world is closed.
 */
export function findRender(
  { tables, settings }: CraftkitContext,
  id: string,
): RenderRow | undefined {
  const known = tables.renders.get(id);
  if (known !== undefined || settings.closedWorld) return known;
  const sample = tables.samples.get(ELIDED);
  return sample && { ...sample, id };
}
