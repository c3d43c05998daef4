/** Writes the time of day with milliseconds, in the zone of the reader. */
export function formatTimeOfDay(iso: string): string {
  const date = new Date(iso);
  const two = (value: number, digits = 2) => String(value).padStart(digits, '0');
  const seconds = `${two(date.getSeconds())}.${two(date.getMilliseconds(), 3)}`;
  return `${two(date.getHours())}:${two(date.getMinutes())}:${seconds}`;
}

/** Writes an instant in UTC: `2025-03-26 14:20:38`. */
export function formatInstant(instant: number | string): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** Writes how far an instant is from another one: `in 6 d 23 h`, `3 min ago`. */
export function formatDistance(instant: number, now: number): string {
  const distance = formatDuration(Math.abs(instant - now));
  return instant >= now ? `in ${distance}` : `${distance} ago`;
}

const UNITS = [
  ['y', 31_536_000],
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

function formatDuration(milliseconds: number): string {
  let rest = Math.floor(milliseconds / 1000);
  const parts = UNITS.flatMap(([unit, seconds]) => {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    return count === 0 ? [] : [`${count} ${unit}`];
  });
  return parts.length === 0 ? '0 s' : parts.slice(0, 2).join(' ');
}

/** Writes milliseconds: `0.4 ms`, `12 ms`, `3.1 s`. */
export function formatMilliseconds(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(1)} s`;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
