import type { components, operations } from '../../src/generated/cloudreve/types.ts';
import type { SeededWorld } from '../../src/mock/authoring/index.ts';
import { formatInstant } from './instant.ts';
import { writeFileUri } from './source-file.ts';
import type { FileRow, ShareRow, Tables } from './tables.ts';

export type World = SeededWorld<operations, Tables>;
type Share = components['schemas']['Share'];
type User = components['schemas']['User'];

/** Returns the user and tokens of the documented sign-in. */
export function documentedSignIn({ example }: World): components['schemas']['SignedInUser'] {
  return dataOf(example('signIn', 'documented'));
}

/** Returns the id of the documented sign-in that still needs a one-time code. */
export function documentedPending({ example }: World): string {
  const answer = example('signIn', 'documented-two-factor');
  if (answer.code !== 203) throw new Error('The documented sign-in needs no one-time code.');
  return answer.data;
}

/** Returns the owner of the documented list of one's own shares. */
export function documentedOwner(world: World): Share['owner'] {
  const [share] = listOf(world, 'listMyShares');
  if (share === undefined) throw new Error('The documented list has no share.');
  return share.owner;
}

/** Returns the shares of both documented lists as rows, oldest first. */
export function documentedShares(world: World): ShareRow[] {
  return [...listOf(world, 'listUserShares'), ...listOf(world, 'listMyShares')]
    .toSorted((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at))
    .map((share) => keep(world, share));
}

/**
 * Returns the files of the documented shares, and the folders that the documented user has pinned.
 */
export function documentedFiles(world: World): FileRow[] {
  const shared = [...listOf(world, 'listUserShares'), ...listOf(world, 'listMyShares')];
  const { user } = documentedSignIn(world);
  const pins = (user.pined ?? []).map(({ uri }) => uri.replace('://my/', `://${user.id}@my/`));
  const [{ size = 0 } = {}] = listOf(world, 'listMyShares', 'middle-page');
  return [
    ...shared.map((share): FileRow => {
      const { source_type } = share;
      return { uri: sourceOf(share), source_type, size: source_type === 0 ? size : 0 };
    }),
    ...pins.map((uri): FileRow => ({ uri, source_type: 1, size: 0 })),
  ];
}

/** Moves the creation of an account with the start of the sandbox clock. */
export function moveUser({ at }: World, user: User): User {
  return { ...user, created_at: formatInstant(at(user.created_at)) };
}

function keep({ at }: World, share: Share): ShareRow {
  const { id, visited, downloaded = 0, expires, password, price, permission_setting } = share;
  return {
    id,
    owner: share.owner.id,
    uri: sourceOf(share),
    created_at: formatInstant(at(share.created_at)),
    visited,
    downloaded,
    ...(expires !== undefined && { expires: formatInstant(at(expires)) }),
    ...(password !== undefined && { password }),
    ...(share.share_view && { share_view: true }),
    ...(price !== undefined && { price }),
    ...(permission_setting !== undefined && { permission_setting }),
  };
}

function sourceOf({ owner, name }: Share): string {
  return writeFileUri(owner.id, [name]);
}

function listOf(
  { example }: World,
  operation: 'listMyShares' | 'listUserShares',
  key = 'documented',
): readonly Share[] {
  return dataOf(example(operation, key)).shares ?? [];
}

function dataOf<Answer extends { readonly code: number }>(
  answer: Answer,
): Extract<Answer, { readonly code: 0; readonly data: unknown }>['data'] {
  if (!isSuccess(answer)) throw new Error('The documented answer is no success.');
  return answer.data;
}

function isSuccess<Answer extends { readonly code: number }>(
  answer: Answer,
): answer is Extract<Answer, { readonly code: 0; readonly data: unknown }> {
  return answer.code === 0;
}
