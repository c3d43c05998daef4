import { join } from 'node:path';
import type { DefectName } from '../../test/verify/servers/defects.ts';
import { TOKEN } from '../../test/verify/servers/rules.ts';
import { startServer } from '../../test/verify/servers/start-server.ts';
import type { Contestant, Judgement } from './contestant.ts';

/** What each contestant said of one server, by its name. */
export interface JudgedServer {
  /** Absent of the right one. */
  readonly defect?: DefectName;
  readonly judgements: Readonly<Record<string, Judgement>>;
}

const CONTRACT = join(import.meta.dirname, '../../test/verify/servers/links.yaml');

/** Lets the contestants judge each server in turn, each of them a fresh one; `undefined` is the right server. */
export async function judgeServers(
  defects: readonly (DefectName | undefined)[],
  contestants: readonly Contestant[],
  { seed }: { readonly seed: number },
): Promise<JudgedServer[]> {
  const judged: JudgedServer[] = [];
  for (const defect of defects) {
    console.error(`judge the server that ${defect ?? 'is right'}`);
    const judgements: Record<string, Judgement> = {};
    for (const { name, judge } of contestants) {
      const server = await startServer(defect);
      try {
        judgements[name] = await judge({ contract: CONTRACT, url: server.url, token: TOKEN, seed });
      } finally {
        await server.close();
      }
    }
    judged.push({ ...(defect !== undefined && { defect }), judgements });
  }
  return judged;
}
