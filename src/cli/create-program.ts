import { Command, Option } from 'commander';
import packageFile from '#package.json' with { type: 'json' };
import type { CliEnvironment } from './cli-environment.ts';
import { addPrismOptions } from './prism-options.ts';
import {
  addCoverage,
  addDiff,
  addDrift,
  addFidelity,
  addProve,
  addRecord,
  addReplay,
  addVerify,
} from './proof-commands.ts';
import { readDuration } from './read-duration.ts';
import { readFilled } from './read-filled.ts';
import { readPort } from './read-port.ts';
import { readSize } from './read-size.ts';
import { readWorkers } from './read-workers.ts';
import { addSandboxOptions } from './sandbox-options.ts';
import { TARGETS } from './targets-help.ts';

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
  addMcp(program).action(async (files, options) => {
    const { runMcp } = await import('./mcp.ts');
    onEnd(await runMcp({ ...options, files }, environment));
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
      '--stop-timeout <duration>',
      'longest time to finish requests when it is to end (default: 10s)',
      readDuration,
    )
    .option(
      '--workers <number>',
      'processes that share port and sandboxes, or auto (default: 1)',
      readWorkers,
    )
    .option('--state-repair', 'go on with what is there of a file of --state that lost something')
    .option('--strict', 'refuse files with a schema or example that cannot be kept')
    .option('--allow-remote', 'fetch files over http and https')
    .option('--quiet', 'log no requests')
    .option('--json', 'write start message and log as one JSON object per line');
  return addSandboxOptions(mock);
}

function addMcp(program: Command): Command {
  const mcp = program
    .command('mcp')
    .description('serve tools for agents on stdin and stdout (Model Context Protocol)')
    .argument('[apis...]', TARGETS)
    .option('--url <origin>', 'work with a mock that runs already, such as http://127.0.0.1:4010')
    .option('-p, --port <number>', 'serve the mock of the agent on a port as well', readPort)
    .option('--no-watch', 'do not reload contracts when their files change')
    .option(
      '--stateful',
      'create, list, change and delete as far as contracts describe collections',
    );
  return addSandboxOptions(mcp);
}

function addInit(program: Command) {
  return program
    .command('init')
    .description('make a project of a contract, or add it to the nearest one')
    .argument('[spec]', 'file or URL of a contract (default: a small one to begin with)')
    .option('--name <name>', 'name of the API (default: that of its file)', readFilled('a name'));
}

function addGenerate(program: Command) {
  return program
    .command('generate')
    .description(
      'write types, schemas and clients, to src/generated/ unless redocly.yaml says otherwise',
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
