import { CommanderError } from 'commander';
import { ContractError } from '../contract/model/contract-error.ts';
import { FidelityError } from '../fidelity/fidelity-error.ts';
import { ForeignFileError } from '../generate/foreign-file-error.ts';
import { HarError } from '../har/har-error.ts';
import { ProjectError } from '../project/project-error.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { createProgram } from './create-program.ts';
import { adviseOnMissing } from './missing-package.ts';
import { readPrismArguments } from './prism-arguments.ts';
import { adviseOnSystem } from './system-error.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs the program with the arguments that follow its name, in the working directory.
 *
 * Gives the exit code: 0, 1 where a check failed, 2 for wrong usage or configuration. Throws what is a defect.
 */
export async function runProgram(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<number> {
  let exitCode = 0;
  const program = createProgram(environment, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(readPrismArguments(args), { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportFailure(error, environment.say);
  }
}

/** Errors that say what was wrong with what was given. */
const EXPECTED = [
  UsageError,
  ContractError,
  ProjectError,
  FidelityError,
  ForeignFileError,
  HarError,
];

/** Anything but wrong usage or configuration is a defect and keeps its stack. */
function reportFailure(error: unknown, say: CliEnvironment['say']): number {
  if (EXPECTED.some((kind) => error instanceof kind)) {
    say(error instanceof Error ? error.message : error);
    return 2;
  }
  const advice = adviseOnMissing(error) ?? adviseOnSystem(error);
  if (advice !== undefined) {
    say(advice);
    return 2;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  throw error;
}
