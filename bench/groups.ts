import { type Case, GITHUB_CASE, loadOwnCases } from './cases.ts';
import {
  findGithubDocument,
  type ServedDocument,
  writeOnePathDocument,
  writeOwnDocuments,
} from './documents.ts';
import type { GroupId } from './results.ts';
import { mockoon } from './servers/mockoon.ts';
import { prism } from './servers/prism.ts';
import { scalar } from './servers/scalar.ts';
import type { Server } from './servers/server.ts';
import { oneFileServer, ownApisServer } from './servers/share-contracts.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Server, and the documents that it serves in a group. */
export interface Contender {
  readonly server: Server;
  readonly documents: readonly ServedDocument[];
}

/** Servers that get the same requests; ours comes first. */
export interface Group {
  readonly id: GroupId;
  readonly title: string;
  readonly contenders: readonly Contender[];
  /** Requests that a ready server answers successfully, one per API. */
  readonly probes: readonly Case[];
  readonly cases: readonly Case[];
}

/** Name of our server when it serves only the path of the GitHub case. */
export const ONE_PATH_NAME = 'share-contracts, 1 path';

/** Loads the group of the bundled APIs, and that of the GitHub REST description. */
export async function loadGroups(): Promise<Group[]> {
  return [await loadOwnGroup(), await loadGithubGroup()];
}

async function loadOwnGroup(): Promise<Group> {
  const cases = await loadOwnCases();
  const documents = await writeOwnDocuments(temporaryFolder());
  return {
    id: 'own',
    title: 'four APIs',
    contenders: [ownApisServer, prism, scalar, mockoon].map((server) => ({ server, documents })),
    probes: cases.filter(({ kind }) => kind === 'list'),
    cases,
  };
}

async function loadGithubGroup(): Promise<Group> {
  const documents = [findGithubDocument()];
  const onePath = [await writeOnePathDocument(temporaryFolder())];
  const servers = [oneFileServer(), prism, scalar, mockoon];
  return {
    id: 'github',
    title: 'GitHub REST description, 811 paths',
    contenders: [
      ...servers.map((server) => ({ server, documents })),
      { server: oneFileServer(ONE_PATH_NAME), documents: onePath },
    ],
    probes: [GITHUB_CASE],
    cases: [GITHUB_CASE],
  };
}
