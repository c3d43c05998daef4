import { createSite } from '../docs/create-site.ts';
import { serveSite } from '../docs/serve/serve-site.ts';
import { CONTROL_MOUNT } from '../mock/control/control-mount.ts';
import type { HttpResponse, ServeDocs } from '../mock/create-mock.ts';
import type { Project } from '../project/project.ts';
import { type LoadedContract, readDocsSource } from './read-docs-source.ts';

export interface ServedDocs {
  /** Project that the site is of. */
  readonly project: Pick<Project, 'file' | 'apis' | 'docs'>;
  /** Contracts that are loaded already; another list once they may have changed. */
  readonly readLoaded?: () => readonly LoadedContract[];
  /** Path of the control API, below which the script is that makes operations callable. */
  readonly controlPath?: string | undefined;
}

const NONE_LOADED: readonly LoadedContract[] = [];

/**
 * Answers requests below `/docs/` by their path from there, still percent-encoded.
 *
 * The site is made in memory, and anew once a contract may have changed, or for another origin. While it cannot be made the
 * answer is 503 with the reason; the next request tries again.
 */
export function serveDocs(docs: ServedDocs): ServeDocs {
  const { readLoaded = () => NONE_LOADED } = docs;
  let kept: { readonly key: unknown[]; readonly serve: ReturnType<typeof openSite> } | undefined;
  return async (path, { origin, query, headers }) => {
    const key = [readLoaded(), origin];
    if (kept === undefined || kept.key.some((part, index) => part !== key[index])) {
      kept = { key, serve: openSite(docs, readLoaded(), origin) };
    }
    const mine = kept;
    try {
      const serve = await mine.serve;
      return await serve({
        path,
        query,
        acceptEncoding: headers.get('accept-encoding') ?? undefined,
        ifNoneMatch: headers.get('if-none-match') ?? undefined,
      });
    } catch (error) {
      if (kept === mine) kept = undefined;
      return answerFailure(error);
    }
  };
}

async function openSite(
  { project, controlPath = CONTROL_MOUNT }: ServedDocs,
  loaded: readonly LoadedContract[],
  origin: string,
) {
  const source = await readDocsSource(project, loaded);
  const tryItScript = `${controlPath}/console/try-it.js`;
  return serveSite(createSite(source, { mockOrigin: origin, tryItScript }));
}

function answerFailure(error: unknown): HttpResponse {
  const reason = error instanceof Error ? error.message : String(error);
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status: 503, headers, body: `The docs cannot be built.\n${reason}\n` };
}
