import { type Command, CommanderError } from 'commander';

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

/** Runs a command line program; its child processes and temporary folder end with it. */
export async function runProgram(program: Command): Promise<void> {
  for (const [signal, code] of SIGNALS) process.once(signal, () => process.exit(code));
  try {
    await program.exitOverride().parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
