import { z } from 'zod';
import type { SandboxSettings } from '../state/sandbox-settings.ts';

const DELAY = z.union([
  z.number(),
  z.object({ min: z.number(), max: z.number() }),
  z.object({ mean: z.number(), deviation: z.number() }),
]);

const FAULT = z.object({
  api: z.string().exactOptional(),
  operation: z.string().exactOptional(),
  rate: z.number().exactOptional(),
  delay: DELAY.exactOptional(),
  outcome: z.enum(['error', 'reset', 'truncate']).exactOptional(),
});

const SETTINGS = z.object({
  drawn: z.int().min(0),
  scenario: z.string(),
  faults: z.array(FAULT),
  webhook: orNull(z.object({ url: z.string(), secret: z.string() })),
  clock: z.object({
    start: z.union([z.literal('examples'), z.literal('now'), z.number()]),
    begunAt: z.number(),
    setTo: orNull(z.object({ instant: z.number(), at: z.number() })),
    moved: z.number(),
  }),
});

/** JSON has no `undefined`, so `null` stands for it. */
function orNull<Type extends z.ZodType>(type: Type) {
  return type.nullable().transform((value) => value ?? undefined);
}

/** Parses stored settings; throws if they are invalid. */
export function parseSettings(text: string): SandboxSettings {
  return SETTINGS.parse(JSON.parse(text));
}

/** Serializes settings for `parseSettings`. */
export function serializeSettings(settings: SandboxSettings): string {
  const { webhook, clock } = settings;
  return JSON.stringify({
    ...settings,
    webhook: webhook ?? null,
    clock: { ...clock, setTo: clock.setTo ?? null },
  });
}
