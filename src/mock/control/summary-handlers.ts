import type { components } from '../../generated/mock-control/types.ts';
import type { ItemSummary } from '../authoring/behaviour.ts';
import { prefixOf } from '../request/find-sandbox.ts';
import { MAX_DATE } from '../state/clock.ts';
import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';
import { describeCoverage } from './describe-coverage.ts';
import { problem } from './problem.ts';
import { openState, unknownApi } from './state-access.ts';

/** Most items of a list that gives no limit. */
const DEFAULT_LIMIT = 100;

/** Creates the handlers that tell in few words what there is in a sandbox, and what was met. */
export function createSummaryHandlers({ sandboxes, listApis, settings }: Controlled) {
  return {
    listItems: ({ path, query, link }) => {
      const sandbox = sandboxes.open(path.sandbox);
      const state = openState(listApis(), sandbox, path.api, query.scenario);
      if ('missing' in state) return problem(state.status, state.missing);
      const { api, stateful, world } = state.found;
      const now = sandbox.now(stateful);
      const site = prefixOf(path.sandbox) + (api.site ?? api.mount);
      const view = { tables: world.tables, now, settings, link: (to: string) => link(site + to) };
      const items = [...(api.behaviour?.summarize?.(view) ?? [])].sort(newestFirst);
      const shown = items.slice(0, query.limit ?? DEFAULT_LIMIT).map(describeItem);
      const body = { now: new Date(now).toISOString(), items: shown, total: items.length };
      return { status: 200, body };
    },
    getCoverage: ({ path }) => {
      const api = listApis().find(({ name }) => name === path.api);
      if (api === undefined) return problem(404, unknownApi(path.api, listApis()));
      const counts = sandboxes.open(path.sandbox).journal.counts().get(api.name);
      return { status: 200, body: describeCoverage(api.contract, counts ?? new Map()) };
    },
  } satisfies ControlHandlers;
}

function newestFirst({ createdAt: one }: ItemSummary, { createdAt: other }: ItemSummary): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return other - one;
}

function describeItem(item: ItemSummary): components['schemas']['ItemSummary'] {
  return {
    ...item,
    createdAt: formatInstant(item.createdAt),
    expiresAt: formatInstant(item.expiresAt),
  };
}

/** A date-time has a year of four digits; what is beyond is as good as never. */
function formatInstant(instant: number | null): string | null {
  if (instant === null || !(Math.abs(instant) <= MAX_DATE)) return null;
  const text = new Date(instant).toISOString();
  return /^\d{4}-/.test(text) ? text : null;
}
