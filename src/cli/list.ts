import { existsSync } from 'node:fs';
import { placeApi } from '../apis/load-project.ts';
import { loadContract } from '../contract/load/load-contract.ts';
import { formatPlace } from '../contract/model/place.ts';
import type { ProjectApi } from '../project/project.ts';
import { countNoun } from '../text/count-noun.ts';
import { formatTable } from '../text/format-table.ts';
import { chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { openProject } from './open-project.ts';

export interface ListOptions {
  /** Names of APIs, or files; none for all APIs of the project. */
  readonly targets: readonly string[];
  readonly json?: boolean;
}

/** What `list` tells of an API; `--json` prints it as it is. */
interface ListedApi {
  readonly name: string;
  readonly contract: string;
  readonly operations: number;
  readonly webhooks: number;
  /** Numbers of operations and webhooks by where their facts come from. */
  readonly provenance: Readonly<Record<string, number>>;
  /** Base path on the mock server; `false` where it is not mocked. */
  readonly mount: string | false;
  /** What is there beside the contract. */
  readonly has: readonly string[];
}

const SETTINGS = ['behaviour', 'errors', 'scenarios', 'notes', 'recordings'] as const;
const HEAD = ['API', 'contract', 'operations', 'provenance', 'mock', 'has'];

/** `list`: prints the APIs of a project with what is known and set up of each. Returns the exit code. */
export async function runList(
  { targets, json = false }: ListOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { stdout, say } = environment;
  const { apis } = await chooseApis(targets, () => openProject(environment));
  const listed = await Promise.all(apis.map((api) => describeApi(api, say)));
  const text = json
    ? JSON.stringify(listed, null, 2)
    : formatTable(HEAD, listed.map(toRow), () => true);
  stdout.write(`${text}\n`);
  return 0;
}

async function describeApi(api: ProjectApi, say: CliEnvironment['say']): Promise<ListedApi> {
  const contract = await loadContract(api.contract, { onFlaws: say });
  const { operations, webhooks } = contract;
  const levels = [...operations, ...webhooks].flatMap(({ provenance }) => provenance?.level ?? []);
  const counts = [...Map.groupBy(levels, (level) => level)].map(([level, all]) => [
    level,
    all.length,
  ]);
  return {
    name: api.name,
    contract: formatPlace({ source: api.contract }),
    operations: operations.length,
    webhooks: webhooks.length,
    provenance: Object.fromEntries(counts),
    mount: api.mount === false ? false : placeApi(api, contract).mount || '/',
    has: [
      ...SETTINGS.filter((key) => api[key] !== undefined),
      ...(existsSync(api.output) ? ['generated files'] : []),
    ],
  };
}

function toRow({ name, contract, operations, webhooks, ...rest }: ListedApi): string[] {
  const { provenance, mount, has } = rest;
  return [
    name,
    contract,
    [`${operations}`, ...(webhooks === 0 ? [] : [countNoun(webhooks, 'webhook')])].join(' + '),
    Object.entries(provenance)
      .map(([level, count]) => `${count} ${level}`)
      .join(', ') || '-',
    mount === false ? '-' : mount,
    has.join(', ') || '-',
  ];
}
