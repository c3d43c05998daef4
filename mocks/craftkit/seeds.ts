import { createToken } from './create-token.ts';
import { formatInstant } from './instant.ts';
import { SOURCE_IP } from './record-event.ts';
import { seedEngagement } from './seed-engagement.ts';
import {
  type CraftkitWorld,
  ELIDED,
  type EventRow,
  type RenderRow,
  type ShareRow,
} from './tables.ts';

/** Time when the documented share is revoked. */
export const EPOCH = '2026-06-06T09:00:00.000Z';

/** Render of the documented webhook, and similar ones in the other states. */
const SAMPLE_RENDER = '0193c2c3-1111-7aaa-8bbb-000000000001';
const RENDERING = '0193c2c3-1111-7aaa-8bbb-000000000002';
const FAILED = '0193c2c3-1111-7aaa-8bbb-000000000003';
const QUEUED = '0193c2c3-1111-7aaa-8bbb-000000000004';

const MINUTE = 60_000;

/** Completes the tokens in the samples of layer B after their prefix. */
const TOKEN_REST = 'abc123';

export const seeds = {
  default: seedDocumented,
  empty: seedRenders,
  /** One share, not yet opened. */
  one: (world: CraftkitWorld) => {
    seedRenders(world);
    putCreated(world, readShare(world));
  },
  /** The documented share and 249 earlier ones, a minute apart. */
  many: (world: CraftkitWorld) => {
    seedRenders(world);
    const share = readShare(world);
    for (let minutes = 249; minutes > 0; minutes -= 1) {
      putCreated(world, copyEarlier(world, share, minutes));
    }
    putCreated(world, share);
  },
  expired: (world: CraftkitWorld) => {
    seedDocumented(world);
    const expiresAt = formatInstant(world.at(EPOCH) - MINUTE);
    world.tables.shares.put({ ...readShare(world), expiresAt });
  },
  revoked: (world: CraftkitWorld) => {
    seedDocumented(world);
    const revokedAt = formatInstant(world.at(world.example('revokeShare', 'documented').revokedAt));
    const share = { ...readShare(world), revokedAt, revokedReason: 'revoked_by_partner' };
    world.tables.shares.put(share);
    putEvent(world, share, 'share_revoked', revokedAt);
  },
};

function seedDocumented(world: CraftkitWorld): void {
  seedRenders(world);
  const share = readShare(world);
  world.tables.shares.put(share);
  seedEngagement(world, share);
}

/** Adds a render in each state that occurs. */
function seedRenders({ tables: { renders, samples }, at, example }: CraftkitWorld): void {
  const documented = toRow(example('getRender', 'documented'), at);
  const rendering = toRow(example('getRender', 'rendering'), at);
  samples.put(documented);
  renders.put({ ...documented, id: SAMPLE_RENDER });
  renders.put({ ...rendering, id: RENDERING });
  renders.put({ ...toRow(example('getRender', 'failed'), at), id: FAILED });
  renders.put({ ...rendering, id: QUEUED, status: 'queued' });
}

function toRow(
  { id, status, errorMessage, createdAt, completedAt, durationMs }: RenderRow,
  at: CraftkitWorld['at'],
): RenderRow {
  return {
    id,
    status,
    errorMessage,
    createdAt: formatInstant(at(createdAt)),
    completedAt: completedAt === null ? null : formatInstant(at(completedAt)),
    durationMs,
  };
}

/** Returns the documented share, with its id and token completed. */
function readShare({ at, example }: CraftkitWorld): ShareRow {
  const [listed] = example('listShares', 'documented').shares;
  if (listed === undefined) throw new Error('The documented list of shares is empty.');
  const { clickCount: _clicks, shareUrl: _url, ...share } = listed;
  const { expiresAt } = share;
  return {
    ...share,
    id: example('revokeShare', 'documented-layer-b').id,
    renderId: SAMPLE_RENDER,
    shareToken: share.shareToken.replace(ELIDED, TOKEN_REST),
    expiresAt: expiresAt === null ? null : formatInstant(at(expiresAt)),
    createdAt: formatInstant(at(share.createdAt)),
  };
}

/** Copies a share and moves its creation back. */
function copyEarlier({ random }: CraftkitWorld, share: ShareRow, minutes: number): ShareRow {
  return {
    ...share,
    id: random.uuid(),
    shareToken: createToken(random),
    createdAt: formatInstant(Date.parse(share.createdAt) - minutes * MINUTE),
  };
}

function putCreated(world: CraftkitWorld, share: ShareRow): void {
  world.tables.shares.put(share);
  putEvent(world, share, 'share_created', share.createdAt);
}

/** Adds an event that the partner caused. */
function putEvent(
  { tables, random }: CraftkitWorld,
  { id: shareId, renderId }: ShareRow,
  eventType: EventRow['eventType'],
  createdAt: string,
): void {
  tables.events.put({
    id: random.uuid(),
    renderId,
    eventType,
    actorKind: 'partner',
    shareId,
    sourceIp: SOURCE_IP,
    userAgent: null,
    metadata: null,
    createdAt,
  });
}
