import { decodeParameters } from '../../contract/decode/decode-parameters.ts';
import type { Contract, Operation, Parameter } from '../../contract/model/contract.ts';
import type { HeaderReader } from '../../contract/model/header-reader.ts';
import { isReserved } from '../../contract/model/is-reserved.ts';
import { createSchemaResolver } from '../../contract/model/resolve-schema.ts';
import { type BrokenPlace, findBrokenRules } from '../../contract/rules/find-broken-rules.ts';
import { listRequestRules } from '../../contract/rules/list-request-rules.ts';
import type { JournalEntry, JournalMessage } from './journal-entry.ts';
import { listFields } from './list-fields.ts';

/** A request as it was sent, and what its contract has against it. */
export interface SentRequest extends Pick<JournalEntry, 'query' | 'pathValues'> {
  readonly headers: JournalMessage['headers'];
  readonly violations: readonly BrokenPlace[];
}

/** What a request shows of its contract. */
export type ReadRequest = (request: SentRequest) => {
  /** Declared parameters that were sent, such as `query page_size`. */
  readonly parameters: readonly string[];
  /** Rules that it broke, such as `body /text maxLength`. */
  readonly constraints: readonly string[];
};

/** Makes the reader of requests to an operation. */
export function createRequestReader(contract: Contract, operation: Operation): ReadRequest {
  const resolve = createSchemaResolver(contract.document);
  return ({ query, pathValues, headers, violations }) => {
    const source = {
      path: pathValues ?? {},
      query: new URLSearchParams(query),
      queryText: query,
      headers: openHeaders(headers),
    };
    const decoded = decodeParameters(operation, source, resolve);
    const sent = decoded.filter(({ value }) => value !== undefined);
    const broken =
      violations.length === 0
        ? []
        : violations.flatMap((violation) =>
            findBrokenRules(listRequestRules(contract, operation), violation),
          );
    return {
      parameters: sent.map(({ parameter }) => nameParameter(parameter)),
      constraints: [...new Set(broken)],
    };
  };
}

/** Names of the parameters of an operation, but for those that HTTP itself has. */
export function listParameters({ parameters }: Operation): string[] {
  return parameters.filter((parameter) => !isReserved(parameter)).map(nameParameter);
}

function nameParameter({ in: place, name }: Parameter): string {
  return `${place} ${name}`;
}

/** Several fields of a name are joined, as `Headers` joins them. */
function openHeaders(headers: JournalMessage['headers']): HeaderReader {
  const values = Map.groupBy(listFields(headers), ([name]) => name.toLowerCase());
  return {
    get: (name) =>
      values
        .get(name.toLowerCase())
        ?.map(([, value]) => value)
        .join(', ') ?? null,
  };
}
