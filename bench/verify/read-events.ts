import { isJsonObject } from '../../src/contract/model/json-cursor.ts';

/** What Schemathesis did, and what it found. */
export interface Events {
  readonly requests: number;
  /** Each failure by its title and operation, once. */
  readonly failures: readonly string[];
}

/** Reads the NDJSON report of Schemathesis 4: the requests of all scenarios, and their failed checks. */
export function readEvents(ndjson: string): Events {
  const failures = new Set<string>();
  let requests = 0;
  for (const line of ndjson.split('\n')) {
    if (!line.startsWith('{"ScenarioFinished"')) continue;
    const recorder = memberOf(memberOf(JSON.parse(line), 'ScenarioFinished'), 'recorder');
    requests += valuesOf(memberOf(recorder, 'interactions')).length;
    for (const check of valuesOf(memberOf(recorder, 'checks')).flat()) {
      if (memberOf(check, 'status') !== 'failure') continue;
      const failure = memberOf(memberOf(check, 'failure_info'), 'failure');
      failures.add(`${memberOf(failure, 'title')} (${memberOf(failure, 'operation')})`);
    }
  }
  return { requests, failures: [...failures] };
}

function memberOf(value: unknown, name: string): unknown {
  return isJsonObject(value) ? value[name] : undefined;
}

function valuesOf(value: unknown): unknown[] {
  return isJsonObject(value) ? Object.values(value) : [];
}
