import type { World } from '../../../mocks/cloudreve/documented.ts';
import { seeds } from '../../../mocks/cloudreve/seeds.ts';
import type { FileRow, ShareRow, UserRow } from '../../../mocks/cloudreve/tables.ts';
import type { BehaviourSettings } from '../../../src/mock/authoring/behaviour.ts';
import type { MakeMock } from '../../support/sandbox-mock.ts';
import {
  anonymous,
  bearer,
  type CloudreveMock,
  cloudreveMock,
  PASSWORD,
} from './cloudreve-mock.ts';

/** Site of the mock, where the recorded server has its own. */
const SITE = 'http://mock.test/cloudreve';
const ALICE = 'qLsR';
const BOB = 'ZaSa';
/** Group of everybody in the recording, without the right to download archives. */
const GROUP = { id: 'lpsQ', name: 'User', permission: 'hAg=' };

export const asAlice = bearer({ sub: ALICE });
export const asBob = bearer({ sub: BOB });
export const asNobody = anonymous;

const at = (seconds: string) => `2026-11-29T14:04:${seconds}Z`;
const row = (
  path: string,
  source_type: 0 | 1,
  id: string,
  created_at: string,
  updated_at: string,
  rest: Partial<FileRow> = {},
): FileRow => ({
  uri: `cloudreve://${ALICE}@my${path}`,
  source_type,
  size: 0,
  id,
  created_at: at(created_at),
  updated_at: at(updated_at),
  ...rest,
});

/** Files as the recorded server had them. */
const FILES = [
  row('', 1, 'qQUP', '21.927996204', '21.927996324'),
  row('/Docs', 1, 'Z4sE', '21.93786979', '21.93786992'),
  row('/Docs/a.txt', 0, 'PzCY', '21.980618607', '21.980618747'),
  row('/Docs/Sub', 1, 'brSk', '21.953905441', '21.953905561'),
  row('/Docs/Sub/Deep', 1, '81HX', '21.965413356', '21.965413476'),
  row('/Docs/Sub/b.md', 0, '2NTZ', '21.994815678', '21.994815798'),
  row('/report.pdf', 0, '9mfW', '22.09771131', '22.1279488', { size: 2048, entity: 'l7U5' }),
];

const share = (id: string, path: string, created_at: string, rest: Partial<ShareRow> = {}) => ({
  id,
  owner: ALICE,
  uri: `cloudreve://${ALICE}@my${path}`,
  created_at: `2026-11-29T14:21:25.${created_at}Z`,
  visited: 0,
  downloaded: 0,
  ...rest,
});

/** Shares that the recording begins with. */
const SHARES: readonly ShareRow[] = [
  share('BQUP', '/Docs', '766517002'),
  share('g6sp', '/Docs', '81987137', { password: 'Pw1', share_view: true }),
  share('qlSa', '/report.pdf', '841913484', { remain_downloads: 2 }),
];

/** Makes a mock of the world that was recorded, with some rows in place of others or beside them. */
export function recordedMock(
  rows: {
    readonly files?: readonly FileRow[];
    readonly shares?: readonly ShareRow[];
    readonly users?: readonly UserRow[];
  } = {},
  settings: Partial<BehaviourSettings> = { closedWorld: true },
  make?: MakeMock,
): CloudreveMock {
  return cloudreveMock(
    (world: World) => {
      seeds.default(world);
      const { users, files, shares } = world.tables;
      const people = [
        userOf(ALICE, 'alice', at('21.764469167')),
        userOf(BOB, 'bob', at('21.8')),
        ...(rows.users ?? []),
      ];
      for (const person of people) users.put(person);
      for (const file of [...FILES, ...(rows.files ?? [])]) files.put(file);
      for (const each of [...SHARES, ...(rows.shares ?? [])]) shares.put(each);
    },
    settings,
    make,
  );
}

/** Row of a user in a group with some permissions. */
export function userOf(
  id: string,
  nickname: string,
  created_at: string,
  permission = GROUP.permission,
): UserRow {
  const email = `${nickname}@example.com`;
  const account = { id, email, nickname, created_at, group: { ...GROUP, permission } };
  return { account, password: PASSWORD };
}

/** Row of a file of Alice, as a world needs it and no more. */
export function fileOf(path: string, rest: Partial<FileRow> = {}): FileRow {
  return { uri: `cloudreve://${ALICE}@my/${path}`, source_type: 0, size: 0, ...rest };
}

/** Row of a share of Alice. */
export function shareOf(id: string, path: string, rest: Partial<ShareRow> = {}): ShareRow {
  return share(id, path, '9', rest);
}

/** Target of an operation on a file URI. */
export function target(path: string, uri: string, query = ''): string {
  return `GET ${path}?uri=${encodeURIComponent(uri)}${query}`;
}

/** What the running server answered, by the name of its example, at the site of the mock. */
export async function recorded({ call }: CloudreveMock, request: string, example: string) {
  const headers = { prefer: `example=${example}` };
  const isGet = request.startsWith('GET');
  const answer = await call(request, isGet ? { headers } : { headers, body: ANY_BODY });
  return JSON.parse(JSON.stringify(answer).replaceAll('http://localhost:5212', SITE));
}

/** Valid body of an operation that needs one. */
const ANY_BODY = { uris: [] };
