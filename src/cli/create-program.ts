import { Command, InvalidArgumentError, Option } from 'commander';
import packageFile from '#package.json' with { type: 'json' };
import type { CliEnvironment } from './cli-environment.ts';
import { addPrismOptions } from './prism-options.ts';
import { readFilled } from './read-filled.ts';
import { readSize } from './read-size.ts';
import { addSandboxOptions } from './sandbox-options.ts';
import { addVerifyOptions } from './verify-options.ts';

/**
 * Makes the program, which has done nothing until it parses arguments. `onEnd` takes the exit code of a command that
 * ran; for arguments that are refused, and for help, parsing throws CommanderError.
 */
export function createProgram(
  environment: CliEnvironment,
  onEnd: (exitCode: number) => void,
): Command {
  const { stdout, stderr } = environment;
  const program = new Command('share-contracts')
    .description('Mock servers, typed clients, contract tests and docs from OpenAPI contracts.')
    .version(packageFile.version)
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
    })
    .exitOverride();
  addMock(program).action(async (files, options) => {
    const { runMock } = await import('./mock.ts');
    onEnd(await runMock({ ...options, files }, environment));
  });
  addInit(program).action(async (spec, options) => {
    const { runInit } = await import('./init.ts');
    onEnd(await runInit({ ...options, spec }, environment));
  });
  addGenerate(program).action(async (targets, options) => {
    const { runGenerate } = await import('./generate.ts');
    onEnd(await runGenerate({ ...options, targets }, environment));
  });
  addBehaviour(program).action(async (target, options) => {
    const { runBehaviour } = await import('./behaviour.ts');
    onEnd(await runBehaviour({ ...options, target }, environment));
  });
  addDocs(program).action(async (targets) => {
    const { runDocs } = await import('./docs.ts');
    onEnd(await runDocs({ targets }, environment));
  });
  addList(program).action(async (targets, options) => {
    const { runList } = await import('./list.ts');
    onEnd(await runList({ ...options, targets }, environment));
  });
  addLint(program).action(async (targets, options) => {
    const { runLint } = await import('./lint.ts');
    onEnd(await runLint({ ...options, targets }, environment));
  });
  addTest(program).action(async (targets, options) => {
    const { runTest } = await import('./test.ts');
    onEnd(await runTest({ ...options, targets }, environment));
  });
  addVerify(program).action(async (targets, options) => {
    const { runVerify } = await import('./verify.ts');
    onEnd(await runVerify({ ...options, targets }, environment));
  });
  addProve(program).action(async (targets, options) => {
    const { runProve } = await import('./prove.ts');
    onEnd(await runProve({ ...options, targets }, environment));
  });
  addCoverage(program).action(async (places, options) => {
    const { runCoverage } = await import('./coverage.ts');
    onEnd(await runCoverage({ ...options, places }, environment));
  });
  addDiff(program).action(async (base, revision, options) => {
    const { runDiff } = await import('./diff.ts');
    onEnd(await runDiff({ ...options, base, revision }, environment));
  });
  addFidelity(program).action(async (paths, options) => {
    const { runFidelity } = await import('./fidelity.ts');
    onEnd(await runFidelity({ ...options, paths }, environment));
  });
  addRecord(program).action(async (api, options) => {
    const { runRecord } = await import('./record.ts');
    onEnd(await runRecord({ ...options, api }, environment));
  });
  addReplay(program).action(async (file, options) => {
    const { runReplay } = await import('./replay.ts');
    onEnd(await runReplay({ ...options, file }, environment));
  });
  addDrift(program).action(async (file, options) => {
    const { runDrift } = await import('./drift.ts');
    onEnd(await runDrift({ ...options, file }, environment));
  });
  return program;
}

function addMock(program: Command): Command {
  const mock = addPrismOptions(
    program
      .command('mock')
      .description('serve the APIs of the project, or OpenAPI and Swagger files')
      .argument(
        '[apis...]',
        'names of APIs (default: all of redocly.yaml), a file to serve at /, or name=file at /name',
      )
      .option('-p, --port <number>', 'port to serve on', readPort, 4010)
      .option('-h, --host <address>', 'address to bind', readFilled('an address'), '127.0.0.1'),
  )
    .addOption(new Option('--cors').default(true).hideHelp())
    .option('--no-cors', 'send no cross-origin headers')
    .option('--no-watch', 'do not reload contracts when their files change')
    .option(
      '--stateful',
      'create, list, change and delete as far as contracts describe collections',
    )
    .option('--body-limit <size>', 'largest request body to read (default: 10mb)', readSize)
    .option(
      '--state <file>',
      'keep sandboxes in a file, so that they survive a restart',
      readFilled('the path of a file'),
    )
    .option('--state-repair', 'go on with what is there of a file of --state that lost something')
    .option('--strict', 'refuse files with a schema or example that cannot be kept')
    .option('--allow-remote', 'fetch files over http and https')
    .option('--quiet', 'log no requests')
    .option('--json', 'write start message and log as one JSON object per line');
  return addSandboxOptions(mock);
}

function addInit(program: Command) {
  return program
    .command('init')
    .description('make a project of a contract, or add it to the nearest one')
    .argument('[spec]', 'file or URL of a contract (default: a small one to begin with)')
    .option('--name <name>', 'name of the API (default: that of its file)', readFilled('a name'));
}

const TARGETS = 'names of APIs (default: all of redocly.yaml), or files';

function addGenerate(program: Command) {
  return program
    .command('generate')
    .description(
      'write types, zod schemas and clients, to src/generated/ unless redocly.yaml says otherwise',
    )
    .argument('[apis...]', TARGETS)
    .option('--check', 'write nothing; fail when a file is stale, missing or left over');
}

function addBehaviour(program: Command) {
  return program
    .command('behaviour')
    .description('write what a mock server does by --stateful as a TypeScript file to go on from')
    .argument('<api>', 'name of an API, or a file')
    .option(
      '-o, --output <file>',
      'file to write (default: mocks/<api>/behaviour.ts)',
      readFilled('the path of a file'),
    );
}

function addDocs(program: Command) {
  return program
    .command('docs')
    .description('build the docs site of the project, or of files, into dist/docs/')
    .argument('[apis...]', TARGETS);
}

function addList(program: Command) {
  return program
    .command('list')
    .description('list the APIs of the project, with their operations and what is set up for each')
    .argument('[apis...]', TARGETS)
    .option('--json', 'print the list as JSON');
}

/** As Redocly has them, https://redocly.com/docs/cli/commands/lint. */
const LINT_FORMATS = [
  'codeframe',
  'stylish',
  'json',
  'checkstyle',
  'codeclimate',
  'github-actions',
  'junit',
  'markdown',
  'summary',
] as const;

function addLint(program: Command) {
  return program
    .command('lint')
    .description('check contracts by the rules of redocly.yaml, or files by those for any contract')
    .argument('[apis...]', TARGETS)
    .addOption(
      new Option('--format <name>', 'how to print problems (default: codeframe)').choices(
        LINT_FORMATS,
      ),
    )
    .option('--json', 'short for --format json')
    .option('--error-on-warnings', 'fail for warnings as well')
    .option('--allow-remote', 'fetch files over http and https');
}

function addTest(program: Command) {
  return program
    .command('test')
    .description(
      'test contracts against their mock: examples, documented answers, and refusals of what is forbidden',
    )
    .argument('[apis...]', TARGETS)
    .option('--json', 'print the report as JSON')
    .option('--allow-remote', 'fetch files over http and https');
}

function addVerify(program: Command) {
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

function addProve(program: Command) {
  return program
    .command('prove')
    .description('send all that contracts forbid to all that has to refuse it, and count')
    .argument('[apis...]', TARGETS)
    .option('--min <percent>', 'lowest score that is enough', readPercent, 100)
    .option('--json', 'print the proof as JSON')
    .option('--allow-remote', 'fetch files over http and https');
}

function addCoverage(program: Command) {
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

function addDiff(program: Command) {
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

function addFidelity(program: Command) {
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

function addRecord(program: Command) {
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

function addReplay(program: Command) {
  return program
    .command('replay')
    .description('serve the answers of a HAR file again')
    .argument('<har>', 'HAR file, of record or of a browser')
    .option('-p, --port <number>', 'port to serve on', readPort, 4012)
    .option('--quiet', 'log no requests');
}

function addDrift(program: Command) {
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

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a port from 0 to 65535.');
}

function readPercent(text: string): number {
  const percent = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && percent <= 100) return percent;
  throw new InvalidArgumentError('Expected a number from 0 to 100.');
}
