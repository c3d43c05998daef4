import { expect } from 'vitest';
import type { LogPosition, LogQuestion, StateLog } from '../../../src/mock/state/state-log.ts';
import type { StateChange } from '../../../src/mock/state/state-store.ts';
import { LogModel } from './log-model.ts';
import type { Place, PlannedQuestion, Step } from './plan-steps.ts';
import { put, SETTINGS } from './sample-changes.ts';

/** So long that no history is longer. */
const LEASE = 600_000;

/** Does the steps at servers of one store; fails where an answer is not that of the model. */
export async function playSteps(
  servers: readonly StateLog[],
  steps: readonly Step[],
): Promise<void> {
  const model = new LogModel();
  for (const [number, step] of steps.entries()) {
    const log = servers[step.server];
    if (log === undefined) throw new Error('Expected a server.');
    await playStep(log, model, step, number);
  }
  for (const log of servers) {
    const listed = [...(await log.list())].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(listed).toStrictEqual(model.list());
  }
}

async function playStep(log: StateLog, model: LogModel, step: Step, number: number): Promise<void> {
  switch (step.kind) {
    case 'exchange':
      return exchange(
        log,
        model,
        step.questions.map((planned, at) => fillQuestion(model, planned, `${number}.${at}`)),
      );
    case 'compact': {
      const position = findPlace(model, step.sandbox, step.place);
      if (position === undefined) return;
      const state: StateChange[] = [
        { kind: 'settings', settings: lastSettings(model, step.sandbox) },
        put(`state ${number}`),
      ];
      model.compact(step.sandbox, position, state);
      return log.compact(step.sandbox, position, state);
    }
    case 'record': {
      if (model.position(step.sandbox) === undefined) return;
      const entries = Array.from({ length: step.count }, (_, at) => ({
        text: `${number}.${at}`,
        counted: at % 3 === 0 ? undefined : `count ${at % 3}`,
      }));
      model.record(step.sandbox, entries);
      return log.journals.append(step.sandbox, entries);
    }
    case 'clear':
      if (model.position(step.sandbox) === undefined) return;
      model.clear(step.sandbox);
      return log.journals.clear(step.sandbox);
    case 'read': {
      const journal = model.journal(step.sandbox, step.after);
      if (journal === undefined) return;
      expect(await log.journals.read(step.sandbox, step.after)).toStrictEqual(journal);
      return;
    }
    case 'claim': {
      const claims = await log.deliveries.claim(step.limit, LEASE);
      const { expected, wrong } = model.claim(step.limit, claims);
      expect(claims).toHaveLength(expected);
      expect(wrong).toEqual([]);
      if (!step.ends) return;
      for (const claim of claims) {
        model.end(claim.id);
        await log.deliveries.end(claim);
      }
    }
  }
}

async function exchange(
  log: StateLog,
  model: LogModel,
  questions: readonly LogQuestion[],
): Promise<void> {
  const answers = await log.exchange(questions);
  expect(answers).toHaveLength(questions.length);
  for (const [at, question] of questions.entries()) {
    const answer = answers[at];
    const expected = model.answer(question, answer?.position?.log);
    if (expected.kind === 'created') {
      expect(answer).toMatchObject({ kind: 'accepted', position: { version: expected.version } });
      expect(model.gone.map((position) => position.log)).not.toContain(answer?.position?.log);
    } else if (expected.kind === 'news') {
      expect(answer).toStrictEqual(expected);
    } else {
      expect(answer).toMatchObject({ kind: 'accepted', position: expected.position });
      expect([0, expected.uncompacted]).toContain(
        answer?.kind === 'accepted' && answer.uncompacted,
      );
    }
  }
}

function fillQuestion(model: LogModel, planned: PlannedQuestion, name: string): LogQuestion {
  const { sandbox, place, removes } = planned;
  const known = findPlace(model, sandbox, place);
  const count = removes ? 0 : planned.transactions;
  const settings = { ...SETTINGS, scenario: name };
  const transactions = Array.from({ length: count }, (_, at): StateChange[] => [
    ...(at === 0 && (known === undefined || planned.setsSettings)
      ? [{ kind: 'settings', settings } as const]
      : []),
    put(`${name}.${at}`),
  ]);
  // Messages come from transactions.
  const sent = count === 0 ? 0 : planned.deliveries;
  const deliveries = Array.from({ length: sent }, (_, at) => ({
    id: `${name}.${at}`,
    text: JSON.stringify({ name }),
  }));
  return { sandbox, known, transactions, deliveries, removes };
}

function findPlace(model: LogModel, sandbox: string, place: Place): LogPosition | undefined {
  const right = model.position(sandbox);
  if (place === 'right') return right;
  if (place === 'unknown') return undefined;
  if (place === 'gone') return model.gone.at(-1) ?? { log: '1', version: 1 };
  if (right === undefined) return { log: '1', version: 1 };
  const version = place === 'behind' ? Math.max(right.version - 2, 1) : right.version + 2;
  return { ...right, version };
}

function lastSettings(model: LogModel, sandbox: string) {
  return model.list().find(({ name }) => name === sandbox)?.settings ?? SETTINGS;
}
