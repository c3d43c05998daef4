import { findHidden } from '../contract/match/find-hidden.ts';
import type { Operation } from '../contract/model/contract.ts';
import { formatPlace } from '../contract/model/place.ts';
import type { MockApi } from '../mock/create-mock.ts';
import { type Collision, findCollisions, type OwnRoutes } from '../mock/request/find-collisions.ts';
import type { CliEnvironment } from './cli-environment.ts';

/** Lines of each kind that are read rather than scrolled past. */
const MAX_LINES = 5;

/** Something that keeps requests from an operation. */
interface Obstacle {
  readonly operation: Operation;
  readonly problem: string;
  readonly remedy: string;
}

/** Why an operation is not reached, and the option that makes room for it. */
const COLLISIONS: Readonly<Record<Collision['kind'], readonly [problem: string, remedy: string]>> =
  {
    'sandbox-path': [
      'is taken for the name of a sandbox',
      'Start with --no-sandboxes to serve it.',
    ],
    'control-path': [
      'is answered by the control API',
      'Move that with --control-path <path> to serve it.',
    ],
    header: [
      'is read by the mock, as the choice of a sandbox or scenario',
      'Start with --no-sandboxes to leave it to the file.',
    ],
  };

/** Says which operations of an API are not reached, or share a header with the mock, and what can be done about it. */
export async function reportRoutes(
  api: MockApi,
  own: OwnRoutes,
  say: CliEnvironment['say'],
): Promise<void> {
  const groups = Map.groupBy(findCollisions(api, own), ({ kind }) => kind).values();
  const reports = [...[...groups].map((group) => group.map(describeCollision)), listHidden(api)];
  const lines = await Promise.all(reports.map((obstacles) => format(api, obstacles)));
  if (lines.flat().length > 0) say(lines.flat().join('\n'));
}

function describeCollision({ kind, operation, found }: Collision): Obstacle {
  const [problem, remedy] = COLLISIONS[kind];
  return { operation, problem: `"${found}" ${problem}`, remedy };
}

function listHidden({ contract }: MockApi): Obstacle[] {
  return findHidden(contract).map(({ operation, by }) => ({
    operation,
    problem: `"${nameOf(operation)}" is ${describeReach(operation)}, because "${nameOf(by)}" has the same requests`,
    remedy: 'Give it another path.',
  }));
}

/** No request has a fragment, but a path may have its text. */
function describeReach({ path }: Operation): string {
  return path.includes('#') ? `reached as "${path.replaceAll('#', '%23')}" alone` : 'never reached';
}

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

async function format({ contract }: MockApi, obstacles: readonly Obstacle[]): Promise<string[]> {
  const lines = obstacles.slice(0, MAX_LINES).map(async ({ operation, problem, remedy }) => {
    const place = formatPlace(await contract.locate(operation.pointer));
    return `${place}: ${problem}. ${remedy}`;
  });
  const rest = obstacles.length - lines.length;
  return [...(await Promise.all(lines)), ...(rest > 0 ? [`And ${rest} more of this kind.`] : [])];
}
