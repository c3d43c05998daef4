import { type Command, InvalidArgumentError, Option } from 'commander';
import { readFilled } from './read-filled.ts';
import { readPort } from './read-port.ts';
import { readSize } from './read-size.ts';
import { TARGETS } from './targets-help.ts';
import { addVerifyOptions } from './verify-options.ts';

/** Declares `verify`. */
export function addVerify(program: Command) {
  return addVerifyOptions(
    program
      .command('verify')
      .description('ask a server whether it keeps its contract')
      .argument(
        '[apis...]',
        'names of APIs (default: those of redocly.yaml that have a URL), or a file',
      ),
  );
}

/** Declares `prove`. */
export function addProve(program: Command) {
  return program
    .command('prove')
    .description('send all that contracts forbid to all that has to refuse it, and count')
    .argument('[apis...]', TARGETS)
    .option('--min <percent>', 'lowest score that is enough', readPercent, 100)
    .option('--json', 'print the proof as JSON')
    .option('--allow-remote', 'fetch files over http and https');
}

/** Declares `coverage`. */
export function addCoverage(program: Command) {
  return program
    .command('coverage')
    .description('add up what the tests of several workers or shards met of the contracts')
    .argument('<files...>', 'files that mocks of tests or verify wrote, or folders of them')
    .option('--handles <what...>', 'fail unless a test met it, such as "petstore listPets 401"')
    .option('--handles-from <file>', 'the same of a list, one a line; # begins a comment')
    .option(
      '--min <percent>',
      'fail where less was met, such as 80, or statuses=80,operations=100',
      readFilled('a percentage'),
    )
    .option('--html <file>', 'write a page of what was met and what was not')
    .option('--json', 'print the sum as JSON');
}

/** Declares `diff`. */
export function addDiff(program: Command) {
  return program
    .command('diff')
    .description('say which changes of contracts break consumers, or ask for work of the provider')
    .argument('<base>', 'git ref, such as main, or the file of the version before')
    .argument('[revision]', 'file of the version after (default: the APIs of redocly.yaml)')
    .option('--api <names...>', 'names of APIs (default: all of redocly.yaml)')
    .addOption(
      new Option('--format <name>', 'how to print changes (default: terminal)').choices([
        'terminal',
        'markdown',
        'github',
        'json',
      ] as const),
    )
    .option('--json', 'short for --format json')
    .addOption(
      new Option(
        '--fail-on <rating>',
        'least rating for consumers that fails (default: breaking)',
      ).choices(['breaking', 'risky', 'none'] as const),
    )
    .option(
      '--coverage <files...>',
      'what the tests of consumers met, to say what a change touches',
    )
    .option('--allow-remote', 'fetch files over http and https');
}

/** Declares `fidelity`. */
export function addFidelity(program: Command) {
  return program
    .command('fidelity')
    .description(
      'replay recorded answers of a real server, and compare them with those of the mock',
    )
    .argument('[recordings...]', 'folders, .jsonl or .har files (default: those of the project)')
    .option(
      '--api <name>',
      'API of recordings that do not say it: one of the project, or an OpenAPI file',
    )
    .option('--live <url>', 'replay on this server in place of the mock')
    .option('--record <folder>', 'write what it answers, as a recording')
    .option('--json', 'print the report as JSON');
}

/** Declares `record`. */
export function addRecord(program: Command) {
  return program
    .command('record')
    .description(
      'pass requests on to a server, report what breaks the contract, and write a HAR file without secrets',
    )
    .argument('<api>', 'name of an API, or a file')
    .requiredOption('--to <url>', 'server to which all requests go')
    .option('-p, --port <number>', 'port to serve on', readPort, 4011)
    .option('-o, --output <file>', 'file to write (default: <api>.har)', readFilled('a file'))
    .option('--force', 'replace the file if it is there')
    .option('--body-limit <size>', 'largest body to record (default: 10mb)', readSize)
    .option('--insecure', 'accept any certificate of the server')
    .option('--allow-remote', 'fetch files of the contract over http and https')
    .option('--quiet', 'report only exchanges that break the contract');
}

/** Declares `replay`. */
export function addReplay(program: Command) {
  return program
    .command('replay')
    .description('serve the answers of a HAR file again')
    .argument('<har>', 'HAR file, of record or of a browser')
    .option('-p, --port <number>', 'port to serve on', readPort, 4012)
    .option('--quiet', 'log no requests');
}

/** Declares `drift`. */
export function addDrift(program: Command) {
  return program
    .command('drift')
    .description(
      'list what does not fit the contract in recorded traffic, with the smallest change that would admit it',
    )
    .argument('<har>', 'HAR file, of record or of a browser')
    .option('--api <name>', 'API of the traffic: one of the project, or an OpenAPI file')
    .option('--server <url>', 'server of the API, where neither contract nor file says it')
    .option('--patch <file>', 'write the changes of the contract, for git apply')
    .option('--json', 'print the report as JSON')
    .option('--allow-remote', 'fetch files of the contract over http and https');
}

function readPercent(text: string): number {
  const percent = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && percent <= 100) return percent;
  throw new InvalidArgumentError('Expected a number from 0 to 100.');
}
