/** Calls a function in some milliseconds; a timer of more than these is over at once: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args. */
export function startTimer(call: () => void, milliseconds: number): ReturnType<typeof setTimeout> {
  return setTimeout(call, Math.min(milliseconds, 2 ** 31 - 1));
}
