import type { Judgement } from './contestant.ts';
import type { JudgedServer } from './judge-servers.ts';

/** How a contestant did on all servers. */
export interface Score {
  readonly name: string;
  readonly caught: number;
  readonly defects: number;
  /** Failures on the right server. */
  readonly falseAlarms: readonly string[];
  readonly requests: number;
  readonly seconds: number;
}

/** Lists what was said of a server, and not of the right one; nothing where it was not judged. */
export function listCaught(
  name: string,
  server: JudgedServer,
  servers: readonly JudgedServer[],
): readonly string[] | undefined {
  const own = server.judgements[name];
  if (own?.kind !== 'judged') return undefined;
  const alarms = new Set(listFalseAlarms(name, servers));
  return own.failures.filter((failure) => !alarms.has(failure));
}

/** Counts what a contestant caught, and what it said of the right server. */
export function score(name: string, servers: readonly JudgedServer[]): Score {
  const defective = servers.filter(({ defect }) => defect !== undefined);
  const judged = servers.flatMap(({ judgements }) => onlyJudged(judgements[name]));
  const isCaught = (server: JudgedServer) => (listCaught(name, server, servers) ?? []).length > 0;
  return {
    name,
    caught: defective.filter(isCaught).length,
    defects: defective.length,
    falseAlarms: listFalseAlarms(name, servers),
    requests: judged.reduce((total, { requests }) => total + requests, 0),
    seconds: judged.reduce((total, { seconds }) => total + seconds, 0),
  };
}

function listFalseAlarms(name: string, servers: readonly JudgedServer[]): readonly string[] {
  const right = servers.find(({ defect }) => defect === undefined);
  return onlyJudged(right?.judgements[name]).flatMap(({ failures }) => failures);
}

function onlyJudged(judgement: Judgement | undefined) {
  return judgement?.kind === 'judged' ? [judgement] : [];
}
