import { environmentOf } from './cli-environment.ts';
import { runProgram } from './run-program.ts';

process.exitCode = await runProgram(process.argv.slice(2), environmentOf(process));
