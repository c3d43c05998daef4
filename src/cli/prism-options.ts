import { type Command, Option } from 'commander';
import { readFilled } from './read-filled.ts';

/** Levels of Prism's log. */
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Whether a level leaves out the lines of requests, which are of level `info`. */
export function isAboveRequests(level: string | undefined): boolean {
  return level !== undefined && LOG_LEVELS.indexOf(level) > LOG_LEVELS.indexOf('info');
}

/** Switches that are taken so that a command line of Prism can stay, and say nothing to anybody else. */
const UNLISTED = ['--json-schema-faker-fillProperties', '-m, --multiprocess'];

/** Switches by their flags; each can be turned off again with `--no-`, as a later one counts. */
const SWITCHES: readonly (readonly [flags: string, description: string])[] = [
  ['-d, --dynamic', 'answer with random data by the schemas in place of examples'],
  ['--ignore-examples', 'answer as though the files had no examples'],
  ['--errors', 'answer 500 in place of an answer that breaks its file'],
];

/** Adds the options of `prism mock` that say how answers are made. */
export function addPrismOptions(command: Command): Command {
  for (const [flags, description] of SWITCHES) {
    command.option(flags, description).addOption(negationOf(flags));
  }
  for (const flags of UNLISTED) {
    command.addOption(new Option(flags).hideHelp()).addOption(negationOf(flags));
  }
  return command
    .option(
      '--seed <text>',
      'seed of all random data (default: made from each request)',
      readFilled('a text'),
    )
    .addOption(
      new Option(
        '-v, --verboseLevel <level>',
        'as with Prism; above info no request is logged',
      ).choices(LOG_LEVELS),
    );
}

function negationOf(flags: string): Option {
  return new Option(flags.replace(/^(-\w, )?--/, '--no-')).hideHelp();
}
