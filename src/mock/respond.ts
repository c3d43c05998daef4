import type { Operation } from '../contract/contract.ts';
import type { PathValues } from '../contract/match-operation.ts';
import type { Violation } from '../contract/violation.ts';
import type { Engine, MockApi } from './engine.ts';
import type { Matched } from './matched.ts';
import { pathBelow } from './path-below.ts';
import { readQuery } from './read-query.ts';
import { isRefusal, type Refusal, type Reply } from './refusal.ts';
import { renderReply } from './render.ts';
import { reportViolations } from './report-violations.ts';
import type { RoutedRequest } from './routed-request.ts';
import type { WireResponse } from './wire.ts';

/** Answer, and what a log may tell of it. */
export interface Answer {
  readonly response: WireResponse;
  /** Absent where the server itself answers. */
  readonly api?: MockApi | undefined;
  /** Absent where none was matched. */
  readonly operation?: Operation | undefined;
  readonly pathValues?: PathValues | undefined;
  readonly violations: readonly Violation[];
}

const NONE: readonly Violation[] = [];

/** Words what was decided and writes it. */
export function respond(
  { api, checks, provider }: Engine,
  outcome: Reply | Refusal,
  { method, headers, query, path }: RoutedRequest,
  matched: Matched | undefined,
): Answer {
  const operation = matched?.operation;
  const { violations = NONE } = outcome;
  const reply = isRefusal(outcome)
    ? reportViolations(
        provider.formatError(outcome, {
          method,
          path: matched?.path ?? pathOnSite(api, path),
          query: readQuery(query),
          headers,
          operation,
        }),
        violations,
      )
    : outcome;
  const response = renderReply(reply, api.contract, operation, checks.resolve);
  return { response, api, operation, pathValues: matched?.source.path, violations };
}

/** Path as the provider's API or else its host knows it. */
export function pathOnSite({ mount, site = mount }: MockApi, path: string): string {
  return pathBelow(path, mount) ?? pathBelow(path, site) ?? path;
}
