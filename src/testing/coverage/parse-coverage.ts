import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Coverage, OperationCoverage } from './coverage.ts';

/** Version of the form of the files. */
export const FORM = 2;

type Counts = Readonly<Record<string, number>>;

/** Parses the content of a coverage file; throws an Error that says what is wrong where. */
export function parseCoverage(content: unknown): Coverage {
  if (!isJsonObject(content)) throw expected('', 'an object', content);
  if (content.version !== FORM) {
    const advice = ' Run the tests again with this version of share-contracts.';
    throw new Error(expected('/version', String(FORM), content.version).message + advice);
  }
  const { operations } = content;
  if (!Array.isArray(operations)) throw expected('/operations', 'a list', operations);
  return operations.map((operation, index) => parseOperation(operation, `/operations/${index}`));
}

function parseOperation(value: unknown, at: string): OperationCoverage {
  if (!isJsonObject(value)) throw expected(at, 'an object', value);
  const { api, operation } = value;
  if (typeof api !== 'string') throw expected(`${at}/api`, 'a text', api);
  if (typeof operation !== 'string') throw expected(`${at}/operation`, 'a text', operation);
  const read = (member: string) => parseCounts(value[member], `${at}/${member}`);
  return {
    api,
    operation,
    statuses: read('statuses'),
    inClasses: read('inClasses'),
    undocumented: read('undocumented'),
    codes: read('codes'),
    otherCodes: read('otherCodes'),
    examples: read('examples'),
    parameters: read('parameters'),
    constraints: read('constraints'),
  };
}

function parseCounts(value: unknown, at: string): Counts {
  if (!isJsonObject(value)) throw expected(at, 'an object', value);
  return Object.fromEntries(
    Object.entries(value).map(([key, count]) => {
      const isCount = typeof count === 'number' && Number.isSafeInteger(count) && count >= 0;
      if (!isCount) throw expected(`${at}/${key}`, 'a whole number of at least 0', count);
      return [key, count];
    }),
  );
}

function expected(at: string, what: string, found: unknown): Error {
  const text = JSON.stringify(found) ?? 'nothing';
  return new Error(`#${at}: expected ${what}, found ${text.slice(0, 100)}.`);
}
