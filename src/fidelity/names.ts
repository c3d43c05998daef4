import { makeToken } from './make-token.ts';
import type { Pairing } from './pairing.ts';
import { readPointer } from './read-pointer.ts';
import type { About, History } from './recording.ts';

/** Values of the names in a history. */
export interface Names {
  /** Gives a name to one of our values. */
  readonly save: (name: string, value: unknown) => void;
  /** Puts values for the names in a text; those that stand for nothing stay. */
  readonly fill: (text: string) => string;
  /** Does so in all texts of a JSON value, in which recorded values are replaced by ours as well. */
  readonly fillValue: (value: unknown) => unknown;
}

/** Creates the names of one history; `readTime` gives the server's time in milliseconds. */
export function createNames(
  { names: rules }: About,
  history: History,
  pairing: Pairing,
  readTime: () => number,
): Names {
  const saved = new Map<string, string>();
  const patterns = Object.entries(rules).map(([name, rule]) => ({
    pattern: new RegExp(`^${name}$`),
    rule,
  }));

  const fill = (text: string): string =>
    text.replaceAll(
      /<<([^<>]+)>>/g,
      (whole, name: string) => saved.get(name) ?? find(name) ?? whole,
    );

  function find(name: string): string | undefined {
    const recorded = history.names.get(name);
    if (recorded !== undefined) return pairing.translate(recorded);
    for (const { pattern, rule } of patterns) {
      if (!pattern.test(name)) continue;
      if ('value' in rule) return rule.value;
      if ('token' in rule) return makeToken(rule.token, readTime(), fill);
      const n = Number(name.replace(pattern, rule.n));
      return pairing.translate(
        findRecorded(n, rule.pointer, new RegExp(rule.match)) ?? rule.otherwise,
      );
    }
    return undefined;
  }

  function findRecorded(n: number, pointer: string, match: RegExp): string | undefined {
    const step = history.steps.find(({ place }) => place.n === n);
    const value = step?.kind === 'exchange' ? readPointer(step.answer?.body, pointer) : undefined;
    return typeof value === 'string' ? match.exec(value)?.[1] : undefined;
  }

  const fillValue = (value: unknown): unknown => {
    if (typeof value === 'string') return fill(pairing.translate(value));
    if (Array.isArray(value)) return value.map(fillValue);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillValue(item)]));
  };

  return {
    save: (name, value) => {
      if (typeof value === 'string') saved.set(name, value);
    },
    fill,
    fillValue,
  };
}
