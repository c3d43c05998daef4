/** Milliseconds in which one use of a sandbox is noted at most. */
const WINDOW = 1000;

/**
 * Says whether the use of a sandbox is to be noted in the store: at most once a second, since each note is a write, and ten
 * times within the time to live, in milliseconds.
 */
export function noteUses(sandboxTtl: number): (sandbox: string) => boolean {
  const window = sandboxTtl > 0 ? Math.min(WINDOW, sandboxTtl / 10) : WINDOW;
  const noted = new Set<string>();
  let start = performance.now();
  return (sandbox) => {
    const now = performance.now();
    if (now - start > window) {
      noted.clear();
      start = now;
    }
    return noted.size !== noted.add(sandbox).size;
  };
}
