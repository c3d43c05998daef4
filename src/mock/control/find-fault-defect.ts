import { describeUnknownName } from '../../text/nearest-name.ts';
import type { MockApi } from '../request/mock-api.ts';
import type { Fault } from '../state/fault.ts';

/** Message about the first fault with an unknown API or operation, or a wrong delay, if any. */
export function findFaultDefect(
  faults: readonly Fault[],
  apis: readonly MockApi[],
): string | undefined {
  for (const { api, operation, delay } of faults) {
    if (typeof delay === 'object' && 'min' in delay && delay.min > delay.max) {
      return `A delay has the least of ${delay.min} ms above the most of ${delay.max} ms.`;
    }
    const meant = apis.filter(({ name }) => api === undefined || name === api);
    if (api !== undefined && meant.length === 0) {
      return describeUnknownName(
        'API',
        api,
        apis.map(({ name }) => name),
      );
    }
    const known = meant.flatMap(({ contract }) => contract.operations.map(({ id }) => id));
    if (operation !== undefined && !known.includes(operation)) {
      return describeUnknownName('operation', operation, known);
    }
  }
  return undefined;
}
