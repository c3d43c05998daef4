import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import { ContractError } from '../contract/model/contract-error.ts';
import { readPrismArguments } from './prism-arguments.ts';
import { addPrismOptions } from './prism-options.ts';
import { readSize } from './read-size.ts';
import { addSandboxOptions } from './sandbox-options.ts';
import { UsageError } from './usage-error.ts';

const program = new Command('share-contracts')
  .description('Mock servers, generated types and docs from OpenAPI contracts.')
  .version(packageFile.version)
  .exitOverride();

const mock = addPrismOptions(
  program
    .command('mock')
    .description('serve the own APIs, or OpenAPI and Swagger files')
    .argument('[files...]', 'file to serve at / instead of the own APIs, or name=file at /name')
    .option('-p, --port <number>', 'port to serve on', readPort, 4010)
    .option('-h, --host <address>', 'address to bind', readHost, '127.0.0.1'),
)
  .addOption(new Option('--cors').default(true).hideHelp())
  .option('--no-cors', 'send no cross-origin headers')
  .option('--no-watch', 'do not reload contracts when their files change')
  .option('--body-limit <size>', 'largest request body to read (default: 10mb)', readSize)
  .option('--state <file>', 'keep sandboxes in a file, so that they survive a restart')
  .option('--strict', 'refuse files with a schema or example that cannot be kept')
  .option('--allow-remote', 'fetch files over http and https')
  .option('--quiet', 'log no requests')
  .option('--json', 'write start message and log as one JSON object per line');
addSandboxOptions(mock).action(async (files, options) => {
  const { runMock } = await import('./mock.ts');
  process.exitCode = await runMock({ ...options, files });
});

program
  .command('generate')
  .description('write types and zod schemas of the own contracts to src/generated/')
  .option('--check', 'write nothing; fail when a file is stale, missing or left over')
  .action(async (options) => {
    const { runGenerate } = await import('./generate.ts');
    process.exitCode = await runGenerate(options);
  });

program
  .command('docs')
  .description('build the docs site of the own contracts into dist/docs/')
  .action(async () => {
    const { runDocs } = await import('./docs.ts');
    process.exitCode = await runDocs();
  });

try {
  await program.parseAsync(readPrismArguments(process.argv.slice(2)), { from: 'user' });
} catch (error) {
  process.exitCode = reportFailure(error);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a port from 0 to 65535.');
}

/** An empty address, as of an unset shell variable, would bind every interface. */
function readHost(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('Expected an address.');
}

/** 2 for wrong usage or configuration; anything else is a defect and keeps its stack. */
function reportFailure(error: unknown): number {
  if (error instanceof UsageError || error instanceof ContractError) {
    console.error(error.message);
    return 2;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  throw error;
}
