import { countNoun } from '../../text/count-noun.ts';
import { showText } from '../../text/show-text.ts';

/** How far a run is. */
export interface ProgressState {
  readonly api: string;
  /** Operations that are done, of all. */
  readonly done: number;
  readonly operations: number;
  readonly requests: number;
  readonly findings: number;
}

/** Stream of a terminal, or another one. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressOptions {
  readonly stream: ProgressStream;
  /** Milliseconds of a clock that goes on by itself. */
  readonly now?: () => number;
  /** Calls back every so many milliseconds, until the function that it gives is called. */
  readonly repeat?: (run: () => void, milliseconds: number) => () => void;
}

/** Progress line of a run. */
export interface Progress {
  /** Says how far the run is; may be called as often as one likes. */
  update(state: ProgressState): void;
  /** Removes the line, so that the report stands in its place. */
  end(): void;
}

/** Shortest time between two lines, in milliseconds. */
const REWRITE = 100;
const NEXT_LINE = 5000;

/** How often seconds go on where nothing else happens. */
const TICK = 1000;

/** Erases a line: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html. */
const ERASE = '\r\x1b[2K';

/** Shows how far a run is: on a terminal one line that is rewritten, elsewhere a line every few seconds at most. */
export function showProgress({
  stream,
  now = () => performance.now(),
  repeat = repeatInBackground,
}: ProgressOptions): Progress {
  const isTerminal = stream.isTTY === true;
  const start = now();
  // The first line comes at once on a terminal; elsewhere a short run needs none.
  let last = isTerminal ? Number.NEGATIVE_INFINITY : start;
  let state: ProgressState | undefined;
  let isDrawn = false;
  const draw = () => {
    const time = now();
    if (state === undefined || time - last < (isTerminal ? REWRITE : NEXT_LINE)) return;
    last = time;
    isDrawn = true;
    const line = formatProgress(state, time - start);
    // A line that wraps is not erased whole.
    const room = Math.max((stream.columns ?? 80) - 1, 1);
    stream.write(isTerminal ? `${ERASE}${line.slice(0, room)}` : `${line}\n`);
  };
  const stop = repeat(draw, TICK);
  return {
    update: (next) => {
      state = next;
      draw();
    },
    end: () => {
      stop();
      if (isTerminal && isDrawn) stream.write(ERASE);
      state = undefined;
    },
  };
}

function formatProgress(
  { api, done, operations, requests, findings }: ProgressState,
  milliseconds: number,
): string {
  return [
    `${showText(api, 40)}: ${done} of ${countNoun(operations, 'operation')}`,
    countNoun(requests, 'request'),
    countNoun(findings, 'finding'),
    `${Math.floor(milliseconds / 1000)} s`,
  ].join(', ');
}

/** Does not keep a process from its end. */
function repeatInBackground(run: () => void, milliseconds: number): () => void {
  const timer = setInterval(run, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
