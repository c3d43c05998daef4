import { formatInstant, parseInstant } from './instant.ts';
import {
  createUlid,
  DOCUMENT,
  SAMPLE_DOCUMENT,
  SAVE_MS,
  type Seeded,
  type Share,
} from './state.ts';

/** Seeds of a new sandbox. */
export const seeds = {
  default: (world: Seeded) => addShares(world, documentedShares(world)),
  empty: (world: Seeded) => addShares(world, []),
  one: (world: Seeded) => addShares(world, documentedShares(world).slice(0, 1)),
  many: (world: Seeded) => addShares(world, copyShares(world, 250)),
  expired: (world: Seeded) => addShares(world, documentedShares(world).map(expire)),
};

/** Adds the sample document and its shares, given newest first. */
function addShares({ tables: { documents, shares } }: Seeded, rows: readonly Share[]): void {
  for (const id of [DOCUMENT, SAMPLE_DOCUMENT]) documents.put({ id });
  for (const share of rows.toReversed()) shares.put(share);
}

function documentedShares({ at, example }: Seeded): Share[] {
  return example('listShares', 'documented').results.map((share) => moveTimes(share, at));
}

/** Copies the newest documented share, each copy created a minute before the last. */
function copyShares(world: Seeded, count: number): Share[] {
  const [newest] = documentedShares(world);
  if (newest === undefined) return [];
  const created = parseInstant(newest.created_at);
  return Array.from({ length: count }, (_, index) => ({
    ...newest,
    id: createUlid(world.random),
    token: world.random.uuid(),
    created_at: formatInstant(created - index * 60_000),
    updated_at: formatInstant(created - index * 60_000 + SAVE_MS),
  }));
}

/** Makes a share expire a minute after its creation. */
function expire(share: Share): Share {
  return { ...share, expires_at: formatInstant(parseInstant(share.created_at) + 60_000) };
}

function moveTimes(share: Share, at: (instant: string) => number): Share {
  const move = (text: string) => {
    const instant = parseInstant(text);
    return formatInstant(at(new Date(Math.floor(instant)).toISOString()) + (instant % 1));
  };
  return {
    ...share,
    created_at: move(share.created_at),
    updated_at: move(share.updated_at),
    expires_at: move(share.expires_at),
  };
}
