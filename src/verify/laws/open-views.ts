import type { CaseRequest } from '../../cases/case.ts';
import { plainName, singular } from '../../contract/collections/member-names.ts';
import type { Operation } from '../../contract/model/contract.ts';
import type { Answer } from '../session/create-session.ts';
import { baseRequest } from '../session/items.ts';
import { type Item, readKey } from '../session/known-ids.ts';
import type { Subject } from './subject.ts';
import type { Trail } from './trail.ts';

/** Operations that are asked for an item. */
const MOST_VIEWS = 8;

/** Operation outside of a collection that an item leads to. */
export interface View {
  readonly operation: Operation;
  readonly ask: (trail: Trail) => Promise<Answer>;
}

/** Finds what else an item leads to, such as `/open/{token}`: what answers for it, and not for anything. */
export async function openViews(
  trail: Trail,
  { collection, parents }: Subject,
  item: Item,
  key: string | number,
): Promise<View[]> {
  const { session } = trail;
  const own = new Set(collection.operations.map(({ operation }) => operation));
  const views: View[] = [];
  for (const operation of session.contract.operations) {
    if (
      operation.method !== 'get' ||
      own.has(operation) ||
      operation.flaw !== undefined ||
      views.length >= MOST_VIEWS
    )
      continue;
    const lead = findLead(operation, collection.itemPath, collection.name, item, key, parents());
    const base = lead && (await baseRequest(session, operation));
    if (lead === undefined || base === undefined) continue;
    const view = {
      operation,
      ask: (other: Trail) =>
        other.ask(operation, fix(base, { ...lead.path, [lead.parameter]: lead.value })),
    };
    const mark = trail.lines.length;
    const first = await view.ask(trail);
    // One that answers for anything says nothing of the item.
    const unknown = first.isSuccess
      ? await session.ask(
          operation,
          fix(base, { ...lead.path, [lead.parameter]: spoil(lead.value) }),
        )
      : undefined;
    if (unknown !== undefined && !unknown.isSuccess && trail.lines.length > mark) views.push(view);
  }
  return views;
}

function fix(base: CaseRequest, path: Item): CaseRequest {
  return {
    ...base,
    pathParameters: { ...base.pathParameters, ...path },
    fixed: new Set([...base.fixed, ...Object.keys(path)]),
  };
}

interface Lead {
  readonly parameter: string;
  readonly value: string | number;
  /** Variables before it. */
  readonly path: Item;
}

/** Finds the variable of a path that an item has the value of. */
function findLead(
  { path, parameters }: Operation,
  itemPath: string | undefined,
  name: string,
  item: Item,
  key: string | number,
  parents: readonly unknown[],
): Lead | undefined {
  const variables = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, variable = '']) => variable);
  if (itemPath !== undefined && path.startsWith(`${itemPath.replace(/\/$/, '')}/`)) {
    const parameter = variables[parents.length];
    const outer = Object.fromEntries(
      parents.map((value, index) => [variables[index] ?? '', value]),
    );
    return parameter === undefined || variables.length > parents.length + 1
      ? undefined
      : { parameter, value: key, path: outer };
  }
  const [parameter = '', ...others] = variables;
  if (others.length > 0 || !parameters.some((one) => one.in === 'path' && one.name === parameter))
    return undefined;
  const wanted = plainName(parameter);
  if (wanted === `${plainName(singular(name))}id`) return { parameter, value: key, path: {} };
  const member = Object.keys(item).find((one) => plainName(one) === wanted && wanted !== 'id');
  const value = member === undefined ? undefined : readKey(item, [member]);
  return value === undefined || value === '' ? undefined : { parameter, value, path: {} };
}

/** A value that nothing has, of the same form. */
function spoil(value: string | number): string | number {
  if (typeof value === 'number') return value + 7_654_321;
  const shifted = value.replaceAll(/[a-y]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 1),
  );
  return shifted === value ? `${value}7` : shifted;
}
