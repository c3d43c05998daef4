import { describe, expect, test } from 'vitest';
import { type ProgressState, showProgress } from '../../../src/verify/report/progress.ts';

const STATE: ProgressState = { api: 'notes', done: 1, operations: 8, requests: 20, findings: 1 };

/** Stream and clock of a test; `tick` is what a timer would call. */
function open(stream: { readonly isTTY?: boolean; readonly columns?: number }) {
  const written: string[] = [];
  let time = 0;
  let run: (() => void) | undefined;
  const progress = showProgress({
    stream: { ...stream, write: (text) => written.push(text) },
    now: () => time,
    repeat: (callback) => {
      run = callback;
      return () => {
        run = undefined;
      };
    },
  });
  return {
    written,
    progress,
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
    tick: () => run?.(),
    isTicking: () => run !== undefined,
  };
}

describe('progress on a terminal', () => {
  test('rewrites one line, and removes it at the end', () => {
    const { written, progress, wait } = open({ isTTY: true, columns: 80 });
    progress.update(STATE);
    wait(1500);
    progress.update({ ...STATE, done: 2, requests: 41, findings: 2 });
    progress.end();
    expect(written).toEqual([
      '\r\x1b[2Knotes: 1 of 8 operations, 20 requests, 1 finding, 0 s',
      '\r\x1b[2Knotes: 2 of 8 operations, 41 requests, 2 findings, 1 s',
      '\r\x1b[2K',
    ]);
  });

  test('is not rewritten at every request', () => {
    const { written, progress, wait } = open({ isTTY: true });
    for (let at = 0; at < 1000; at += 1) {
      progress.update({ ...STATE, requests: at });
      wait(1);
    }
    expect(written).toHaveLength(10);
  });

  test('goes on while a server does not answer', () => {
    const { written, progress, wait, tick, isTicking } = open({ isTTY: true });
    progress.update(STATE);
    wait(1000);
    tick();
    expect(written.at(-1)).toContain(', 1 s');
    progress.end();
    expect(isTicking()).toBe(false);
  });

  test('stays on its line', () => {
    const { written, progress } = open({ isTTY: true, columns: 20 });
    progress.update({ ...STATE, api: '\x1b[31mred' });
    expect(written).toEqual(['\r\x1b[2K\\u001b[31mred: 1 of']);
  });

  test('removes nothing where nothing was shown', () => {
    const { written, progress } = open({ isTTY: true });
    progress.end();
    expect(written).toEqual([]);
  });
});

describe('progress elsewhere', () => {
  test('writes a line every few seconds at most', () => {
    const { written, progress, wait } = open({});
    for (let at = 0; at < 120; at += 1) {
      progress.update({ ...STATE, done: 8, requests: at });
      wait(100);
    }
    progress.end();
    expect(written).toEqual([
      'notes: 8 of 8 operations, 50 requests, 1 finding, 5 s\n',
      'notes: 8 of 8 operations, 100 requests, 1 finding, 10 s\n',
    ]);
  });
});
