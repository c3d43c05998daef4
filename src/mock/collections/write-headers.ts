import type { ResponseSpec } from '../../contract/model/contract.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import type { Reply } from '../authoring/reply.ts';
import type { Fitting } from './fit-value.ts';
import { textOf } from './rows.ts';

/** Writes the headers that a response declares: those that are known, and a value for each other one that is required. */
export function writeHeaders(
  spec: ResponseSpec | undefined,
  known: Readonly<Record<string, string>>,
  fitting: Fitting,
): Pick<Reply, 'headers'> {
  const headers = (spec?.headers ?? []).flatMap(({ name, required, schema, example }) => {
    const value = Object.hasOwn(known, name) ? known[name] : undefined;
    if (value !== undefined && value !== '') return [[name, value]];
    if (!required) return [];
    return [[name, textOf(toPlain(example) ?? fitting.complete(schema))]];
  });
  return headers.length === 0 ? {} : { headers: Object.fromEntries(headers) };
}
