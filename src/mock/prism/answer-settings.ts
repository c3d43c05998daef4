import type { Preference } from './preference.ts';
import type { GeneratorOptions } from './prism-generator.ts';

/** How answers are made where a request does not say it. */
export interface AnswerSettings {
  /** Random data by the schemas in place of examples. */
  readonly dynamic?: boolean | undefined;
  /** Seed of all random data; by default each request's own, so that the same request has the same answer. */
  readonly seed?: string | undefined;
  /** Answers made from schemas as though no example were there. */
  readonly ignoreExamples?: boolean | undefined;
  /** Options of json-schema-faker, over those of `x-json-schema-faker` in the document. */
  readonly generator?: GeneratorOptions | undefined;
}

/** What of a request makes its random data its own. */
export interface SeedSource {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Preference of a request with the settings in place of what it leaves open; a seed only where one is used. */
export function completePreference(
  preference: Preference,
  settings: AnswerSettings,
  { method, path, query }: SeedSource,
): Preference {
  const dynamic = preference.dynamic ?? settings.dynamic ?? false;
  if (!dynamic) return { ...preference, dynamic, seed: undefined };
  const seed = preference.seed ?? settings.seed ?? `${method} ${path}?${query}`;
  return { ...preference, dynamic, seed };
}
