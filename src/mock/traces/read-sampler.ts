import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { TraceVariables } from './asks-for-traces.ts';

/**
 * Reads the sampler that the standard variables ask for; `undefined` for the usual one, which does as whoever calls, and else takes
 * all. `say` takes what is wrong with them.
 */
export function readSampler(
  env: TraceVariables,
  say: (message: string) => void,
): Sampler | undefined {
  const name = env.OTEL_TRACES_SAMPLER?.trim() || undefined;
  if (name === undefined) return undefined;
  const isParentBased = name.startsWith('parentbased_');
  const root = readRoot(isParentBased ? name.slice('parentbased_'.length) : name, env, say);
  if (root === undefined) {
    say(
      `OTEL_TRACES_SAMPLER: expected always_on, always_off, traceidratio or one of them behind "parentbased_", found "${name}". All traces are taken.`,
    );
    return undefined;
  }
  return isParentBased ? new ParentBasedSampler({ root }) : root;
}

function readRoot(
  name: string,
  env: TraceVariables,
  say: (message: string) => void,
): Sampler | undefined {
  if (name === 'always_on') return new AlwaysOnSampler();
  if (name === 'always_off') return new AlwaysOffSampler();
  return name === 'traceidratio' ? new TraceIdRatioBasedSampler(readRatio(env, say)) : undefined;
}

function readRatio(env: TraceVariables, say: (message: string) => void): number {
  const text = env.OTEL_TRACES_SAMPLER_ARG?.trim() || '1';
  const ratio = Number(text);
  if (ratio >= 0 && ratio <= 1) return ratio;
  say(
    `OTEL_TRACES_SAMPLER_ARG: expected a number from 0 to 1, found "${text}". All traces are taken.`,
  );
  return 1;
}
