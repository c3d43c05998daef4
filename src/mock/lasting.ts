/** Thing that may be given again: the same object each time. */
export interface Lasting {
  /** Whether what is made of it is worth keeping. */
  readonly isLasting?: boolean;
}

/** Gives what was made before of a thing that lasts, or makes it. */
export type RecallOf<Source extends Lasting, Made> = (source: Source, make: () => Made) => Made;

/** Keeps what is made of things for as long as they live; nothing for one that does not last, as most keys would die young. */
export function createLastingMemory<Source extends Lasting, Made>(): RecallOf<Source, Made> {
  const kept = new WeakMap<Source, Made>();
  return (source, make) => {
    if (!source.isLasting) return make();
    const known = kept.get(source);
    if (known !== undefined) return known;
    const made = make();
    kept.set(source, made);
    return made;
  };
}
