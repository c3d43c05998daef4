import { type Command, InvalidArgumentError } from 'commander';
import { readDuration } from './read-duration.ts';
import { readFilled } from './read-filled.ts';
import { readSize } from './read-size.ts';

type Texts = Readonly<Record<string, string>>;

export interface VerifyCommandOptions {
  /** Names of APIs, or files; none for all APIs of the project that have a URL. */
  readonly targets: readonly string[];
  readonly url?: string;
  readonly header?: Texts;
  readonly credential?: Texts;
  readonly set?: Texts;
  readonly write?: boolean;
  readonly assumed?: boolean;
  readonly seed: number;
  readonly runs: number;
  /** Milliseconds. */
  readonly timeout: number;
  readonly slow?: number;
  readonly maxTime?: number;
  readonly maxRequests?: number;
  readonly maxBytes: number;
  readonly rate?: number;
  readonly concurrency: number;
  readonly insecure?: boolean;
  readonly report?: readonly string[];
  /** Folder of coverage. */
  readonly coverage?: string;
  readonly json?: boolean;
  readonly workflows?: boolean;
  readonly deep?: boolean;
  readonly errorOnWarnings?: boolean;
  readonly allowRemote?: boolean;
}

/** Adds the options of `verify` to a command. */
export function addVerifyOptions(command: Command): Command {
  return command
    .option(
      '--url <url>',
      'base URL of the server, such as http://localhost:8080/v1',
      readFilled('a URL'),
    )
    .option(
      '-H, --header <header>',
      'header of every request, such as "Authorization: Bearer …", once for each',
      collectHeaders,
    )
    .option(
      '--credential <scheme=secret>',
      'secret of a security scheme of the contract, once for each',
      collectPairs,
    )
    .option(
      '--set <name=value>',
      'value of a path parameter, such as the id of something that exists, once for each',
      collectPairs,
    )
    .option(
      '--write',
      'send requests that change something; what they create is removed at the end',
    )
    .option('--assumed', 'ask for what the contract only assumes, as well')
    .option('--seed <number>', 'seed of what is made at random', readCount, 1)
    .option('--runs <number>', 'requests at random for each operation, 0 for none', readRuns, 10)
    .option('--timeout <duration>', 'longest time of one request', readDuration, 10_000)
    .option('--slow <duration>', 'time after which an answer is a finding', readDuration)
    .option('--max-time <duration>', 'longest time of the run', readDuration)
    .option('--max-requests <number>', 'most requests of the run', readCount)
    .option('--max-bytes <size>', 'longest answer to read', readSize, 10_000_000)
    .option('--rate <number>', 'most requests per second', readCount)
    .option('--concurrency <number>', 'requests at a time', readCount, 8)
    .option('--insecure', 'accept any certificate, such as a self-signed one')
    .option(
      '--report <format=file>',
      'write a report: html, json, junit, sarif, ctrf or markdown; github alone for annotations; once for each',
      collect,
    )
    .option('--no-workflows', 'leave out the Arazzo workflows of the project, which --write runs')
    .option('--deep', 'run Schemathesis as well, where it is installed; needs --write')
    .option(
      '--coverage <folder>',
      'write what was met of the contract, as tests do, for share-contracts coverage',
      readFilled('a folder'),
    )
    .option('--json', 'print the report as JSON')
    .option('--error-on-warnings', 'fail for warnings as well')
    .option('--allow-remote', 'fetch files over http and https');
}

function collect(text: string, all: readonly string[] = []): string[] {
  return [...all, text];
}

function collectHeaders(text: string, all: Texts = {}): Texts {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined || value.trim() === '') {
    throw new InvalidArgumentError('Expected a header such as "Authorization: Bearer abc".');
  }
  return { ...all, [name]: value.trim() };
}

function collectPairs(text: string, all: Texts = {}): Texts {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('Expected name=value.');
  return { ...all, [text.slice(0, at)]: text.slice(at + 1) };
}

function readCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0 && Number.isSafeInteger(count)) return count;
  throw new InvalidArgumentError('Expected a number >= 1.');
}

function readRuns(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a number from 0 to 999999.');
}
