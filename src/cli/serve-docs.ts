import { readdir, readFile } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import packageFile from '#package.json' with { type: 'json' };
import { openOwnFolder } from '../contract/load/own-folder.js';
import { buildSite } from '../docs/build-site.ts';
import type { DocsApi } from '../docs/docs-api.ts';
import { DocsError } from '../docs/docs-error.ts';
import { computeSiteDigest, isSiteFresh } from '../docs/site-digest.ts';
import type { HttpResponse } from '../mock/create-mock.ts';
import type { Project } from '../project/project.ts';
import { docsFolderOf, loadDocsApis } from './docs.ts';

export interface ServedDocs {
  /** Project that the site is of. */
  readonly project: Project;
  /** Folder of the site; the one in which `docs` builds it, or where the project ships with this package, one of this user's own. */
  readonly folder?: string;
  /** Contracts that are loaded already; another list once they may have changed. */
  readonly readLoaded?: () => readonly Pick<DocsApi, 'name' | 'contract'>[];
}

const NONE_LOADED: readonly DocsApi[] = [];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Answers requests below `/docs/` by their path from there, still percent-encoded.
 *
 * The first request of a revision builds the site when it is missing or stale, and the others wait for it.
 * While the site cannot be built the answer is 503 with the reason; the next request tries again.
 */
export function serveDocs(docs: ServedDocs): (path: string) => Promise<HttpResponse> {
  const { project, readLoaded = () => NONE_LOADED } = docs;
  const findFolder = () => docs.folder ?? servedFolderOf(project);
  const site = rememberSuccess(
    async () => refreshSite(findFolder(), await loadDocsApis(project, readLoaded())),
    readLoaded,
  );
  return async (path) => {
    try {
      await site.prepare();
      return await answerFile(findFolder(), decodeName(path));
    } catch (error) {
      // Whatever it is, such as a folder that is gone: the next request builds the site anew.
      site.forget();
      return answerFailure(error);
    }
  };
}

/** Nothing is written into this package, nor where the program was called for a project that is elsewhere. */
function servedFolderOf({ root, file }: Project): string {
  if (dirname(file) === root) return docsFolderOf({ root });
  const cache = getCompileCacheDir() ?? join(tmpdir(), `share-contracts-${process.getuid?.()}`);
  const own = openOwnFolder(cache);
  if (own === undefined) {
    throw new DocsError(
      `Expected a folder for the docs that nobody else may write to, found ${cache}. Set NODE_COMPILE_CACHE to another one.`,
    );
  }
  return join(own, `docs-${packageFile.version}`);
}

/** Runs an action until it once succeeds for a revision; calls at the same time share one run. */
function rememberSuccess(
  action: () => Promise<void>,
  readRevision: () => unknown,
): { readonly prepare: () => Promise<void>; readonly forget: () => void } {
  let kept: { readonly revision: unknown; readonly run: Promise<void> } | undefined;
  // Runs follow one another, because they write to one folder.
  let ended = Promise.resolve();
  const prepare = () => {
    const revision = readRevision();
    if (kept !== undefined && kept.revision === revision) return kept.run;
    const run = ended.then(action);
    const mine = { revision, run };
    kept = mine;
    ended = run.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return run;
  };
  const forget = () => {
    kept = undefined;
  };
  return { prepare, forget };
}

async function refreshSite(outputFolder: string, apis: readonly DocsApi[]): Promise<void> {
  if (await isSiteFresh(outputFolder, await computeSiteDigest(apis))) return;
  await buildSite({ apis, outputFolder });
}

/** Only names that the folder lists are served, so no path leads out of it. */
async function answerFile(folder: string, name: string | undefined): Promise<HttpResponse> {
  const names = await readdir(folder);
  if (name === undefined || !names.includes(name)) {
    return answerText(404, 'No such page. The docs begin at /docs/.');
  }
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  return {
    status: 200,
    headers: { 'content-type': type },
    body: await readFile(join(folder, name)),
  };
}

function decodeName(path: string): string | undefined {
  if (path === '') return 'index.html';
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function answerFailure(error: unknown): HttpResponse {
  const reason = error instanceof Error ? error.message : String(error);
  return answerText(503, `The docs cannot be built.\n${reason}`);
}

function answerText(status: number, text: string): HttpResponse {
  return { status, headers: { 'content-type': TYPES['.txt'] ?? '' }, body: `${text}\n` };
}
