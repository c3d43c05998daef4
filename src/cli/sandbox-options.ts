import { type Command, InvalidArgumentError } from 'commander';
import { isControlPath } from '../mock/control/control-mount.ts';
import { describeBadOrigin, isPageOrigin } from '../mock/control/control-origin.ts';
import { CLOCK_LIMITS, type ClockStart, isClockInstant } from '../mock/state/clock.ts';
import type { StateOptions } from './open-state.ts';
import { readDuration } from './read-duration.ts';
import { readFilled } from './read-filled.ts';
import { readSize } from './read-size.ts';

/** Options of the command line that say how sandboxes begin and what behaviours accept. */
export interface SandboxCommandOptions extends StateOptions {
  readonly scenario?: string | undefined;
  readonly clock?: ClockStart | undefined;
  readonly maxSandboxes?: number | undefined;
  /** Bytes that the journals of all sandboxes take. */
  readonly journalSize?: number | undefined;
  readonly closedWorld?: boolean | undefined;
  readonly strictAuth?: boolean | undefined;
  /** Tokens and keys that count as issued. */
  readonly credential?: readonly string[] | undefined;
  readonly controlToken?: string | undefined;
  /** File that has the control token as its only line. */
  readonly controlTokenFile?: string | undefined;
  /** Path of the control API. */
  readonly controlPath?: string | undefined;
  /** Origins whose pages may call the control API with the token. */
  readonly controlOrigin?: readonly string[] | undefined;
  /** Whether requests choose their sandbox and scenario. */
  readonly sandboxes: boolean;
  /** Modules of behaviours, `path` or `name=path`. */
  readonly behaviour?: readonly string[] | undefined;
  /** Files of scenarios, `path` or `name=path`. */
  readonly scenarios?: readonly string[] | undefined;
}

/** Adds the options of sandboxes and behaviours to a command. */
export function addSandboxOptions(command: Command): Command {
  return command
    .option('--scenario <name>', 'scenario in which every sandbox begins')
    .option(
      '--clock <start>',
      'time of sandboxes: examples, now, or an ISO 8601 instant',
      readClock,
    )
    .option(
      '--state <file|url>',
      'keep sandboxes in a file, or share them with other servers by valkey:// or postgres://',
      readFilled('the path of a file or a URL'),
    )
    .option(
      '--max-staleness <duration>',
      'time by which answers may be behind that store (default: 0)',
      readDuration,
    )
    .option(
      '--sandbox-ttl <duration>',
      'time until a shared sandbox goes that nobody uses (default: 7d)',
      readDuration,
    )
    .option('--closed-world', 'know no document, render or file that nobody created')
    .option('--strict-auth', 'accept credentials only that were issued or are given')
    .option(
      '--credential <secret>',
      'token, key or ticket to accept, once for each',
      collect('a secret'),
    )
    .option('--max-sandboxes <number>', 'most sandboxes at a time (default: 100)', readCount)
    .option('--journal-size <size>', 'most memory of all journals (default: 64mb)', readSize)
    .option(
      '--control-token <token>',
      'secret of the control API, which others may call then',
      readFilled('a secret'),
    )
    .option(
      '--control-token-file <path>',
      'file with that secret, which the list of processes does not show',
      readFilled('the path of a file'),
    )
    .option('--control-path <path>', 'path of the control API (default: /_mock)', readPath)
    .option(
      '--control-origin <origin>',
      'origin whose pages may call it with that secret, once for each',
      readOrigins,
    )
    .option('--no-sandboxes', 'leave /~name and X-Mock-* headers of requests to the files')
    .option(
      '--behaviour <module>',
      'behaviour of the file, or name=module for each',
      collect('the path of a module'),
    )
    .option(
      '--scenarios <file>',
      'scenarios of the file, or name=file for each',
      collect('the path of a file'),
    );
}

function readClock(text: string): ClockStart {
  if (text === 'examples' || text === 'now') return text;
  const instant = /^\d{4}-\d\d-\d\d(T|$)/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) {
    throw new InvalidArgumentError(
      'Expected examples, now, or an instant such as 2026-01-31T12:00:00Z.',
    );
  }
  if (!isClockInstant(instant))
    throw new InvalidArgumentError(`Expected an instant ${CLOCK_LIMITS}.`);
  return instant;
}

function readPath(text: string): string {
  if (isControlPath(text)) return text;
  throw new InvalidArgumentError(
    'Expected a path such as /__mock, of letters, digits, ".", "_" and "-".',
  );
}

function readOrigins(text: string, former: readonly string[] = []): readonly string[] {
  if (isPageOrigin(text)) return [...former, text];
  const described = describeBadOrigin(text);
  throw new InvalidArgumentError(described.charAt(0).toUpperCase() + described.slice(1));
}

function collect(expected: string) {
  const read = readFilled(expected);
  return (text: string, former: readonly string[] = []): readonly string[] => [
    ...former,
    read(text),
  ];
}

function readCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0 && Number.isSafeInteger(count)) return count;
  throw new InvalidArgumentError('Expected a number of at least 1.');
}
