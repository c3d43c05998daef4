import type { StoredLog } from './proof-store.ts';
import { isOwnShare, type Session, shareOf } from './session.ts';

interface Creation {
  readonly share: number;
  readonly id: string;
}

/**
 * Lists what is wrong with the log of a session: versions that are missing, creations that were acknowledged and are not
 * there, and any that are there twice.
 */
export function checkLog(
  { sandbox, acknowledged }: Pick<Session, 'sandbox' | 'acknowledged'>,
  log: StoredLog,
): string[] {
  const { version, transactions } = log;
  const creations = listCreations(log);
  const created = new Map(creations.map(({ share, id }) => [share, id]));
  const versions = Array.from({ length: version }, (_, at) => at + 1);
  return [
    ...versions
      .filter((at) => !transactions.has(at))
      .map((at) => `version ${at} of ${version} is missing`),
    ...[...transactions.keys()]
      .filter((at) => at > version)
      .map((at) => `version ${at} is beyond ${version}`),
    ...[...acknowledged]
      .filter(([share, id]) => created.get(share) !== id)
      .map(
        ([share, id]) => `share ${share} was acknowledged as ${id}, found ${created.get(share)}`,
      ),
    ...findRepeated(creations.map(({ share }) => share)).map(
      (share) => `share ${share} is repeated`,
    ),
    ...findRepeated(creations.map(({ id }) => id)).map((id) => `id ${id} is repeated`),
  ].map((defect) => `${sandbox}: ${defect}`);
}

/** Shares are never changed, so that each of their rows is a creation. */
function listCreations({ transactions }: StoredLog): Creation[] {
  return [...transactions.values()].flatMap((changes) =>
    changes.flatMap((change) =>
      change.kind === 'world'
        ? change.delta.rows.flatMap(({ key: id, entry }) => {
            const row = entry?.row;
            return isOwnShare(row) ? [{ share: shareOf(row), id }] : [];
          })
        : [],
    ),
  );
}

function findRepeated<Value>(values: readonly Value[]): Value[] {
  const seen = new Set<Value>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
