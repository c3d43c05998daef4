import { createMatcher } from '../../contract/match/match-operation.ts';
import type { Contract } from '../../contract/model/contract.ts';
import { listServers } from '../../contract/model/list-servers.ts';
import { pathBelow } from '../../mock/http/path-below.ts';
import type { Exchange } from '../exchange.ts';
import { listRoots } from '../list-roots.ts';

/** Exchange with the API, and the paths below which those of the contract may be. */
export interface ChosenExchange {
  readonly exchange: Exchange;
  readonly roots: readonly string[];
}

/** Exchanges of an archive that are with an API, and numbers of others. */
export interface ChosenExchanges {
  readonly chosen: readonly ChosenExchange[];
  readonly ofOthers: number;
  /** Aborted ones, and those that the server did not answer. */
  readonly unanswered: number;
}

/**
 * Chooses what is with an API: what went to `server`, or else to a server of the contract, or else to any host that has a path of
 * the contract.
 */
export function chooseExchanges(
  exchanges: readonly Exchange[],
  contract: Contract,
  server: string | undefined,
): ChosenExchanges {
  const answered = exchanges.filter(({ status }) => status > 0);
  const servers = server === undefined ? listServers(contract.document) : [server];
  const ofServers = answered.flatMap((exchange) => chooseByServers(exchange, servers, contract));
  const chosen =
    ofServers.length > 0 || server !== undefined ? ofServers : chooseByPaths(answered, contract);
  return {
    chosen,
    ofOthers: answered.length - chosen.length,
    unanswered: exchanges.length - answered.length,
  };
}

function chooseByServers(
  exchange: Exchange,
  servers: readonly string[],
  contract: Contract,
): ChosenExchange[] {
  const bases = servers
    .map((server) => new URL(server))
    .filter(({ origin }) => origin === exchange.origin)
    .map(({ pathname }) => pathname.replace(/\/$/, ''))
    .filter((base) => pathBelow(exchange.path, base) !== undefined);
  if (bases.length === 0) return [];
  const roots = bases.flatMap((base) => [base + contract.basePath, base]);
  return [{ exchange, roots: [...new Set(roots)] }];
}

function chooseByPaths(exchanges: readonly Exchange[], contract: Contract): ChosenExchange[] {
  const match = createMatcher(contract);
  const roots = listRoots('', contract);
  const isKnown = ({ method, path }: Exchange) =>
    roots.some((root) => match(method, pathBelow(path, root) ?? '').kind !== 'unknown-path');
  const hosts = new Set(exchanges.filter(isKnown).map(({ origin }) => origin));
  return exchanges
    .filter(({ origin }) => hosts.has(origin))
    .map((exchange) => ({ exchange, roots }));
}
