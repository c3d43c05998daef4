import { behaviour } from '../../../mocks/cloudreve/behaviour.ts';
import type { World } from '../../../mocks/cloudreve/documented.ts';
import { seeds } from '../../../mocks/cloudreve/seeds.ts';
import type { FileRow, ShareRow, UserRow } from '../../../mocks/cloudreve/tables.ts';
import { SIGNING_KEY } from '../../../mocks/cloudreve/tokens.ts';
import type { BehaviourSettings } from '../../../src/mock/authoring/behaviour.ts';
import { signJwt } from '../../../src/mock/authoring/jwt.ts';
import type { MockApi } from '../../../src/mock/create-mock.ts';
import {
  type AskOptions,
  type MakeMock,
  type SandboxMock,
  sandboxMockOf,
} from '../../support/sandbox-mock.ts';

export const EPOCH_MS = Date.parse('2025-06-10T16:16:39+08:00');
export const HOUR = 60 * 60 * 1000;
export const LUKE = 'bnUn';
export const ADMIN = 'lpua';
export const PASSWORD = 'P@ssw0rd';
export const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** Nobody. */
export const anonymous = { headers: { authorization: '' } };

/** Mock of the API whose answers are read as far as their body. */
export interface CloudreveMock extends SandboxMock {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
  readonly call: (request: string, options?: AskOptions) => Promise<any>;
}

/** Makes a mock whose worlds begin with a seed. */
export function cloudreveMock(
  seed: (world: World) => void = seeds.default,
  settings: Partial<BehaviourSettings> = {},
  make?: MakeMock,
): CloudreveMock {
  const seeded = Object.assign({}, behaviour, { seeds: { default: seed } });
  const adapt = (api: MockApi) => ({ ...api, behaviour: seeded, scenarios: undefined });
  const mock = sandboxMockOf('cloudreve', settings, adapt, make);
  return {
    ...mock,
    call: async (request, options) =>
      (await mock.ask(request.replace(' ', ' /api/v4'), options)).body,
  };
}

/** Default seed with some rows in place of others, or beside them. */
export function seedWith(rows: {
  readonly users?: readonly UserRow[];
  readonly files?: readonly FileRow[];
  readonly shares?: readonly ShareRow[];
}): (world: World) => void {
  return (world) => {
    seeds.default(world);
    for (const user of rows.users ?? []) world.tables.users.put(user);
    for (const file of rows.files ?? []) world.tables.files.put(file);
    for (const share of rows.shares ?? []) world.tables.shares.put(share);
  };
}

/** Default seed in which some members of Luke's account have other values. */
export function seedLuke(
  change: Partial<UserRow['account']>,
  row: Partial<UserRow> = {},
): (world: World) => void {
  return (world) => {
    seeds.default(world);
    const luke = world.tables.users.get(LUKE);
    if (luke === undefined) throw new Error('Luke is missing.');
    world.tables.users.put({ ...luke, ...row, account: { ...luke.account, ...change } });
  };
}

/** Headers of a request with a token of given claims. */
export function bearer(claims: Readonly<Record<string, unknown>>, key = SIGNING_KEY) {
  const exp = EPOCH_MS / 1000 + 3600;
  const token = signJwt({ token_type: 'access', exp, ...claims }, key);
  return { headers: { authorization: `Bearer ${token}` } };
}

export const asAdmin = bearer({ sub: ADMIN });
export const asLuke = bearer({ sub: LUKE });

/** Signs in and answers what a sign-in gives. */
export async function signIn({ call }: CloudreveMock, email = 'luke@skywalker.com') {
  return (await call('POST /session/token', { body: { email, password: PASSWORD } })).data;
}

/** Failure with a correlation id. */
export function failure(code: number, msg: string, correlationId: unknown = expectedUuid) {
  return { code, msg, correlation_id: correlationId };
}

const expectedUuid = {
  asymmetricMatch: (value: unknown) => typeof value === 'string' && UUID.test(value),
  toString: () => 'a random UUID',
};
