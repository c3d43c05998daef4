import { type FidelityReport, reportFidelity } from './fidelity-report.ts';
import { readPointer } from './read-pointer.ts';
import type { History, Recording } from './recording.ts';
import { type Replayed, replayHistory } from './replay-history.ts';
import type { ReplayServer } from './server.ts';

/** Opens a server for one history, which is closed afterwards. */
export type OpenServer = (
  recording: Recording,
) => Promise<ReplayServer & { readonly close: () => Promise<void> }>;

/**
 * Replays the histories of a recording one after the other, each on a server of its own that starts from the recorded
 * state. Returns what was replayed, and how far it agrees.
 */
export async function replayRecording(
  recording: Recording,
  openServer: OpenServer,
): Promise<{ readonly report: FidelityReport; readonly replayed: readonly Replayed[] }> {
  const headers = headersOf(recording.histories);
  const replayed: Replayed[] = [];
  for (const history of recording.histories) {
    const server = await openServer(recording);
    try {
      await prepareState(recording, server);
      const of = await replayHistory(recording, history, server, headers);
      replayed.push(...of.map((one) => nameOperation(one, server)));
    } finally {
      await server.close();
    }
  }
  return { report: reportFidelity(recording.about, replayed), replayed };
}

function nameOperation(one: Replayed, { findOperation }: ReplayServer): Replayed {
  const { step } = one;
  const operationId = step.operationId ?? findOperation?.(step.method, step.target);
  return { ...one, step: { ...step, operationId } };
}

/** Headers that the recording looks at, in any answer. */
function headersOf(histories: readonly History[]): string[] {
  const names = histories.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      step.kind === 'exchange' ? Object.keys(step.answer?.headers ?? {}) : [],
    ),
  );
  return [...new Set(names)];
}

async function prepareState({ about, state }: Recording, { control }: ReplayServer): Promise<void> {
  for (const [table, rows] of Object.entries(state)) {
    for (const row of rows) {
      await control?.putRow(table, String(readPointer(row, about.keys[table] ?? '/id')), row);
    }
  }
}
