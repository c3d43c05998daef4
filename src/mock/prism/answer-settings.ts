import type { Preference } from './preference.ts';
import type { GeneratorOptions } from './prism-generator.ts';

/** How answers are made unless a request says otherwise. */
export interface AnswerSettings {
  /** Generates random data from schemas instead of using examples. */
  readonly dynamic?: boolean | undefined;
  /** Seed of random data; by default each request's own, so that equal requests get equal data. */
  readonly seed?: string | undefined;
  /** Makes answers from schemas as if there were no examples. */
  readonly ignoreExamples?: boolean | undefined;
  /** Options of json-schema-faker; they override `x-json-schema-faker` of the document. */
  readonly generator?: GeneratorOptions | undefined;
}

/** Parts of a request from which its default seed is derived. */
export interface SeedSource {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Completes the preference of a request with the settings; without `dynamic` there is no seed. */
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
