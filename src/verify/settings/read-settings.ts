import * as z from 'zod';
import { SettingsError } from './settings-error.ts';

const TEXTS = z.record(z.string(), z.coerce.string());

const SETTINGS = z.strictObject({
  url: z.string().optional(),
  write: z.boolean().optional(),
  headers: TEXTS.optional(),
  credentials: TEXTS.optional(),
  set: TEXTS.optional(),
  signIn: z
    .strictObject({
      operation: z.string(),
      body: z.unknown().optional(),
      token: z.string().regex(/^\//, 'expected a JSON Pointer, such as /data/token'),
      credential: z.string(),
    })
    .optional(),
});

/** How a server of an API is verified, as `verify` in `x-share-contracts` says it. */
export type VerifySettings = z.output<typeof SETTINGS>;

const VARIABLE = /\$\{([A-Za-z_]\w*)\}/g;

/**
 * Reads the settings of an API, with environment variables in the place of `${NAME}`. Throws SettingsError where they are
 * malformed, or where a variable is not set.
 */
export function readSettings(
  api: string,
  written: Readonly<Record<string, unknown>> = {},
  env: NodeJS.ProcessEnv,
): VerifySettings {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(api, value, env);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member)]));
  };
  const { success, data, error } = SETTINGS.safeParse(fill(written));
  if (success) return data;
  const [issue] = error.issues;
  const where = ['apis', api, 'x-share-contracts', 'verify', ...(issue?.path ?? [])].join('.');
  throw new SettingsError(`redocly.yaml, ${where}: ${issue?.message ?? 'malformed'}.`);
}

function fillText(api: string, text: string, env: NodeJS.ProcessEnv): string {
  return text.replaceAll(VARIABLE, (_, name: string) => {
    const value = env[name];
    if (value !== undefined && value !== '') return value;
    throw new SettingsError(
      `redocly.yaml, verify of ${api}: expected the environment variable ${name} to be set, found none.`,
    );
  });
}
