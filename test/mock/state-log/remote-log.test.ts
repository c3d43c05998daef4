import { describe, expect, test } from 'vitest';
import type { StateLog } from '../../../src/mock/state/state-log.ts';
import { StateUnavailableError } from '../../../src/mock/state/state-unavailable-error.ts';
import { createLocalLog } from '../../../src/mock/state-log/local-log.ts';
import { connectRemoteLog } from '../../../src/mock/state-log/remote-log.ts';
import { answerLogCall } from '../../../src/mock/state-log/serve-log.ts';
import { describeStateLog } from './state-log-suite.ts';

/** Log as another process has it, which gets copies. */
function connect(log: StateLog): StateLog {
  const remote = connectRemoteLog(log.name, async (call) => {
    const reply = await answerLogCall(log, structuredClone(call));
    remote.take(structuredClone(reply));
  });
  return remote.log;
}

describeStateLog('a log of another process', async () => {
  const logs = new Map<string, StateLog>();
  return {
    open: async (space, limits) => {
      const known = logs.get(space) ?? createLocalLog({ maxSandboxes: 1000, ...limits });
      logs.set(space, known);
      return connect(known);
    },
    stop: async () => {},
  };
});

describe('an error of the log of another process', () => {
  const failWith = (error: unknown) =>
    connect({ ...createLocalLog(), count: () => Promise.reject(error) }).count();

  test.each([5, undefined])('arrives with when to try again: %s', async (retryAfter) => {
    const options = retryAfter === undefined ? {} : { retryAfter };
    const error = await failWith(new StateUnavailableError('The disk is full.', options)).catch(
      (caught) => caught,
    );
    expect(error).toBeInstanceOf(StateUnavailableError);
    expect(error).toMatchObject({ message: 'The disk is full.', retryAfter });
  });

  test.each([new Error('A defect.'), 'A defect.'])('is a defect where %s is', async (thrown) => {
    const error = await failWith(thrown).catch((caught) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(StateUnavailableError);
    expect(error).toMatchObject({ message: 'A defect.' });
  });

  test('is that of its call alone', async () => {
    let isFailing = false;
    const local = createLocalLog();
    const log = connect({
      ...local,
      count: async () => {
        if (isFailing) throw new Error('A defect.');
        isFailing = true;
        return 7;
      },
    });
    const outcomes = await Promise.allSettled([log.count(), log.count(), log.list()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
