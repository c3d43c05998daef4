import { environmentOf } from './cli-environment.ts';
import { runProgram } from './run-program.ts';

// A reader may stop reading, as `head` does: nobody misses the rest.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.exitCode = await runProgram(process.argv.slice(2), environmentOf(process));
