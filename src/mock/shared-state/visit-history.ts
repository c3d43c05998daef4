import type { SandboxHistory } from '../state/sandbox-history.ts';
import type { StateChange } from '../state/state-store.ts';
import type { Webhook } from '../state/webhook.ts';

/** What is done once a visit is stored, and before it is answered. */
export type Effect = () => void | Promise<void>;

/** What one visit did. */
export interface VisitRecord {
  readonly changes: readonly StateChange[];
  readonly webhooks: readonly Webhook[];
  /** What is to be done beside, once the changes are stored. */
  readonly effects: readonly Effect[];
}

/** History of a sandbox that takes down what visits do, and can undo it. */
export interface VisitHistory extends SandboxHistory {
  readonly send: (webhook: Webhook) => void;
  readonly addEffect: (effect: Effect) => void;
  /** Ends the record of one visit, and begins the next. */
  readonly endVisit: () => VisitRecord;
  /** Undoes what was done since the last visit ended. */
  readonly undoVisit: () => void;
  /** Undoes all that was done since the last call of `keep`. */
  readonly undoAll: () => void;
  /** Makes what was done lasting. */
  readonly keep: () => void;
}

/** Creates a history without records. */
export function createVisitHistory(): VisitHistory {
  let changes: StateChange[] = [];
  let webhooks: Webhook[] = [];
  let effects: Effect[] = [];
  let undos: (() => void)[] = [];
  let visitBegin = 0;
  return {
    readWorld: () => undefined,
    isStored: () => true,
    append,
    note: (...added) => {
      append(...added);
      return true;
    },
    onUndo: (undo) => void undos.push(undo),
    send: (webhook) => void webhooks.push(webhook),
    addEffect: (effect) => void effects.push(effect),
    endVisit: () => {
      const record = { changes: withLastSettings(changes), webhooks, effects };
      begin();
      return record;
    },
    undoVisit: () => {
      undoTo(visitBegin);
      begin();
    },
    undoAll: () => {
      undoTo(0);
      begin();
    },
    keep: () => {
      undos = [];
      begin();
    },
  };

  function append(...added: readonly StateChange[]): void {
    changes.push(...added);
  }

  function begin(): void {
    [changes, webhooks, effects, visitBegin] = [[], [], [], undos.length];
  }

  function undoTo(count: number): void {
    for (const undo of undos.splice(count).reverse()) undo();
  }
}

/** Each draw replaces the settings, and the last ones are enough. */
function withLastSettings(changes: readonly StateChange[]): readonly StateChange[] {
  const last = changes.findLast(({ kind }) => kind === 'settings');
  return changes.filter((change) => change.kind !== 'settings' || change === last);
}
