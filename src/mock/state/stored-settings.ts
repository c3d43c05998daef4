import { z } from 'zod';
import { CLOCK_LIMITS, FIRST_INSTANT, isClockInstant, LAST_INSTANT, MAX_DATE } from './clock.ts';
import type { SandboxSettings } from './sandbox-settings.ts';

const NAME = z.string().regex(/^(?!\.{1,2}$)[\w.-]{1,64}$/, 'must be the name of a sandbox');
const MILLISECONDS = z.number().min(0);
/** Real time, whatever the system clock says. */
const TIME = z.number().min(-MAX_DATE).max(MAX_DATE);
const INSTANT = z.number().refine(isClockInstant, `must be a time ${CLOCK_LIMITS}`);

const DELAY = z.union([
  MILLISECONDS,
  z.object({ min: MILLISECONDS, max: MILLISECONDS }),
  z.object({ mean: MILLISECONDS, deviation: MILLISECONDS }),
]);

const FAULT = z.object({
  api: z.string().exactOptional(),
  operation: z.string().exactOptional(),
  rate: z.number().min(0).max(1).exactOptional(),
  times: z.int().min(1).exactOptional(),
  delay: DELAY.exactOptional(),
  outcome: z.enum(['error', 'reset', 'truncate']).exactOptional(),
});

const SETTINGS = z.object({
  drawn: z.int().min(0),
  scenario: z.string(),
  faults: z.array(FAULT),
  webhook: orNull(z.object({ url: z.url({ protocol: /^https?$/ }), secret: z.string() })),
  clock: z.object({
    start: z.union([z.literal('examples'), z.literal('now'), INSTANT]),
    begunAt: TIME,
    setTo: orNull(z.object({ instant: INSTANT, at: TIME })),
    moved: z
      .number()
      .min(FIRST_INSTANT - LAST_INSTANT)
      .max(LAST_INSTANT - FIRST_INSTANT),
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

/** Reads settings that are part of a stored text; or says what is wrong with them, as part of a sentence. */
export function readSettings(value: unknown): SandboxSettings | string {
  const { data, error } = SETTINGS.safeParse(value);
  const [issue] = error?.issues ?? [];
  return data ?? `settings are none at /${issue?.path.join('/')}: ${issue?.message}`;
}

/** Says what is wrong with a stored sandbox, as part of a sentence; `undefined` if it can be used. */
export function findSettingsDefect(row: { readonly name: string; readonly settings: string }) {
  if (!NAME.safeParse(row.name).success) return 'name is none';
  try {
    const settings = readSettings(JSON.parse(row.settings));
    return typeof settings === 'string' ? settings : undefined;
  } catch {
    return 'settings are no JSON';
  }
}

/** Serializes settings for `parseSettings`. */
export function serializeSettings(settings: SandboxSettings): string {
  return JSON.stringify(toJson(settings));
}

/** Makes a JSON value of settings, for `readSettings`. */
export function toJson(settings: SandboxSettings): object {
  const { webhook, clock } = settings;
  return {
    ...settings,
    webhook: webhook ?? null,
    clock: { ...clock, setTo: clock.setTo ?? null },
  };
}
