import { runProgram } from './run-program.ts';
import { surroundingsOf } from './surroundings.ts';

process.exitCode = await runProgram(process.argv.slice(2), surroundingsOf(process));
