import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { LogAnswer, StateLog } from '../../src/mock/state/state-log.ts';
import { LONG_RUNS } from '../support/property-runs.ts';
import { replicaOver } from '../support/replicas.ts';
import { startCluster } from './cluster.ts';
import { expectProven } from './expect-proven.ts';
import { runLoad } from './load.ts';
import type { ProofStore } from './proof-store.ts';
import { type Send, sendWithin } from './send.ts';
import type { Session } from './session.ts';

/** Histories of each test; each of 240 calls. */
const HISTORIES = Math.min(Math.max(2, LONG_RUNS ?? 0), 100);
const CALLS = 240;
/** Histories in which a broken replica has to be found. */
const ATTEMPTS = 10;

interface Made {
  readonly send: Send;
}

/** Describes that replicas over a store answer as one process does that answers one call after the other. */
export function describeLinearizable(name: string, start: () => Promise<ProofStore>): void {
  describe(`replicas over ${name}, called at once in one sandbox`, () => {
    let store: ProofStore;
    beforeAll(async () => {
      store = await start();
    });
    afterAll(() => store.stop());

    test('answer as one: three in this process', async () => {
      const replicas = await Promise.all([makeReplica(), makeReplica(), makeReplica()]);
      for (const session of await play('within', replicas, HISTORIES)) {
        await expectProven(session, replicas, store);
      }
    });

    test('answer as one: three processes', async () => {
      const cluster = await startCluster({ store, count: 3, command });
      onTestFinished(cluster.close);
      for (const session of await play('apart', cluster.replicas, HISTORIES)) {
        await expectProven(session, cluster.replicas, store);
      }
    });

    test('are found out where one answers what it has without asking', async () => {
      const isAsked = async () => makeReplica();
      const hasStale = async () => makeReplica({ maxStaleness: 60_000 });
      await expectFound('stale', [await hasStale(), await isAsked(), await isAsked()]);
    });

    test('are found out where one takes its changes for stored without asking', async () => {
      const broken = acceptBlindly(await open());
      await expectFound('blind', [await makeReplica(), await makeReplica(), wrap(broken)]);
    });

    test('are found out where one tries again what may be stored', async () => {
      const broken = storeTwice(await open());
      await expectFound('twice', [await makeReplica(), await makeReplica(), wrap(broken)]);
    });

    async function open(): Promise<StateLog> {
      const log = await store.open();
      onTestFinished(() => log.close());
      return log;
    }

    async function makeReplica(options?: { maxStaleness: number }): Promise<Made> {
      return { send: sendWithin(replicaOver(await open(), options).fetch) };
    }
  });
}

/** The command as a company runs it. */
function command(url: string): string[] {
  return ['src/cli/start.js', 'mock', '--no-watch', '--quiet', '-p', '0', '--state', url];
}

function wrap(log: StateLog): Made {
  return { send: sendWithin(replicaOver(log).fetch) };
}

/** Lets six clients call replicas in turn, in one sandbox after the other. */
function play(
  seed: string,
  replicas: readonly Made[],
  histories: number,
): Promise<readonly Session[]> {
  let turn = 0;
  return runLoad({
    seed,
    clients: 6,
    calls: CALLS,
    next: async () => {
      turn += 1;
      const replica = replicas[turn % replicas.length];
      if (replica === undefined) throw new Error('Expected replicas.');
      return replica;
    },
    isOver: (sessions) =>
      sessions.length > histories ||
      (sessions.length === histories && (sessions.at(-1)?.count() ?? 0) >= CALLS),
  });
}

/** Expects that no order is found for one of some histories. */
async function expectFound(seed: string, replicas: readonly Made[]): Promise<void> {
  const verdicts: string[] = [];
  while (verdicts.length < ATTEMPTS && !verdicts.includes('not linearizable')) {
    verdicts.push(await judge(`${seed}-${verdicts.length}`, replicas));
  }
  expect(verdicts).toContain('not linearizable');
}

/** Plays a history, which ends early where a share has two ids: that shows as well that something is wrong. */
async function judge(seed: string, replicas: readonly Made[]): Promise<string> {
  try {
    const sessions = await play(seed, replicas, 1);
    const isOrdered = sessions.every((session) => session.check().isLinearizable);
    return isOrdered ? 'linearizable' : 'not linearizable';
  } catch (error) {
    return String(error);
  }
}

/** Log of a replica that takes its first reply for good: whatever it does later counts as stored. */
function acceptBlindly(log: StateLog): StateLog {
  return {
    ...log,
    exchange: async (questions) => {
      const [asked, blind] = [
        questions.filter(isUnknown),
        questions.filter((one) => !isUnknown(one)),
      ];
      const answers = await log.exchange(asked);
      const byName = new Map<string, LogAnswer>([
        ...asked.map(({ sandbox }, at) => [sandbox, answers[at] ?? nothing()] as const),
        ...blind.map(({ sandbox, known, transactions }) => {
          const version = (known?.version ?? 0) + transactions.length;
          const position = known && { ...known, version };
          return [sandbox, { kind: 'accepted', position, uncompacted: 0 }] as const;
        }),
      ]);
      return questions.map(({ sandbox }) => byName.get(sandbox) ?? nothing());
    },
  };

  function isUnknown({ known }: { readonly known: unknown }): boolean {
    return known === undefined;
  }
}

function nothing(): LogAnswer {
  throw new Error('Expected an answer.');
}

/** Log of a replica that appends what was refused, at whatever position the store has by now. */
function storeTwice(log: StateLog): StateLog {
  return {
    ...log,
    exchange: async (questions) => {
      const answers = await log.exchange(questions);
      return Promise.all(
        answers.map(async (answer, at) => {
          const question = questions[at];
          if (question === undefined || answer.kind === 'accepted') return answer;
          const known = answer.position;
          const [forced = answer] = await log.exchange([{ ...question, known }]);
          return forced;
        }),
      );
    },
  };
}
