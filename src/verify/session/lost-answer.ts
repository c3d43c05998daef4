import type { Operation } from '../../contract/model/contract.ts';
import type { Finding } from '../model/finding.ts';
import { AnswerError } from '../send/answer-error.ts';
import { ConnectionError } from '../send/connection-error.ts';
import { StoppedError } from '../send/stopped-error.ts';

/** A server that was there, and then drops a connection or is gone, is no reason to lose what was found. */
export function asAnswerError(error: unknown): unknown {
  if (!(error instanceof ConnectionError)) return error;
  return error.problem === 'reset'
    ? new AnswerError(error.message, 'cut-off', { cause: error })
    : new StoppedError(`Stopped: ${describeLoss(error)}`, 'lost', { cause: error });
}

/** Without the request, whose path may have a secret. */
export function describeLoss({ message }: ConnectionError): string {
  return message.replace(/^[A-Z]+ \S+: /, '');
}

/** What a request is told as that had no answer that can be read. */
export function toUnreadable(
  { id, method, path }: Operation,
  error: AnswerError,
  curl: string,
): Finding {
  const isLate = error.problem === 'too-late';
  // Without the request, which the command shows with its secrets masked, and without advice.
  const [, after = ''] = error.message.split(': expected ', 2);
  const at = after.indexOf(', found ');
  const expected = at < 0 ? undefined : after.slice(0, at);
  const [found] = at < 0 ? [] : after.slice(at + ', found '.length).split(/\. (?=[A-Z])/);
  return {
    kind: isLate ? 'too-slow' : 'unreadable-answer',
    severity: 'error',
    operation: { id, method, path },
    where: 'answer',
    expected: expected ?? 'an answer of HTTP',
    found: found ?? error.message.replace(/^\S+ \S+: /, '').replace(/\.$/, ''),
    reproduce: [curl],
    cause: `${error.problem} ${id}`,
  };
}
