import { serializeEvent } from '../mock/log/serialize-event.ts';
import type { CliEnvironment } from './cli-environment.ts';

/** What a part of a server says to people, as an event of the log where that is in JSON. */
export function sayAs(
  part: string,
  { json }: { readonly json?: boolean | undefined },
  { say }: Pick<CliEnvironment, 'say'>,
): (message: unknown) => void {
  if (json !== true) return say;
  return (message) => say(serializeEvent(part, new Date(), { message }));
}
