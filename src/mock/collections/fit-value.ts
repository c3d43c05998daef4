import { createSchemaPlaces, type SchemaPlaces } from '../../contract/collections/schema-places.ts';
import { correctValue } from '../../contract/example/correct-value.ts';
import type { Contract, SchemaPlace } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { createSchemaResolver } from '../../contract/model/resolve-schema.ts';
import { createLeniency } from '../../contract/validate/create-leniency.ts';
import { createBranchReader } from '../../contract/validate/discriminator-branches.ts';
import {
  createMessageValidators,
  createResponseProbe,
} from '../../contract/validate/schema-validator.ts';
import { memoizePerObject } from '../../memo/memoize-per-object.ts';

type Members = Readonly<Record<string, unknown>>;

/** Makes values of responses fit the schemas of a contract. */
export interface Fitting {
  readonly places: SchemaPlaces;
  readonly isValid: (place: SchemaPlace, value: unknown) => boolean;
  /** Gives a value that fits, and keeps all of the given one that does; the value itself where none is found. */
  readonly fit: (place: SchemaPlace, value: unknown) => unknown;
  /** Makes a value of a schema, with its optional members; `undefined` if it finds none. */
  readonly complete: (place: SchemaPlace) => unknown;
  /**
   * Gives a row as the item of a schema, without what that hides; what it does not know is kept where it allows that,
   * and the row is one of its own. Remembered for each row.
   */
  readonly show: (
    row: Members,
    place: SchemaPlace,
    hidden: ReadonlySet<string>,
    isOwn?: boolean,
  ) => unknown;
}

/** Deepest level at which members are hidden. */
const MOST_LEVELS = 12;

/** Creates the fitting of a contract; of somebody else's, as much is enforced as can be. */
export function createFitting(contract: Contract, isForeign: boolean): Fitting {
  const options = isForeign ? createLeniency(contract) : {};
  const places = createSchemaPlaces(contract);
  const { response: validate } = createMessageValidators(contract, options);
  const knowledge = {
    resolve: createSchemaResolver(contract.document),
    readBranches: createBranchReader(contract.document),
    probe: createResponseProbe(contract, options),
  };
  const shown = memoizePerObject((_row: object) => new Map<string, unknown>());
  const made = new Map<string, unknown>();

  const check = (place: SchemaPlace, value: unknown) => validate(place, value, 'body');
  const adapt = (place: SchemaPlace, value: unknown) => {
    if (check(place, value).length === 0) return value;
    const found = correctValue(place.schema, value, (one) => check(place, one), knowledge);
    return found === undefined ? value : found.value;
  };
  return {
    places,
    isValid: (place, value) => check(place, value).length === 0,
    fit: adapt,
    complete: (place) => {
      if (!made.has(place.pointer)) made.set(place.pointer, make(place));
      return made.get(place.pointer);
    },
    show: (row, place, hidden, isOwn = true) => {
      const known = shown(row);
      if (!known.has(place.pointer)) {
        const chosen = chooseMembers(row, hidden, place, isOwn);
        known.set(place.pointer, adapt(place, hideMembers(chosen, place, 0)));
      }
      return known.get(place.pointer);
    },
  };

  function make(place: SchemaPlace): unknown {
    if (typeof place.schema === 'boolean') return {};
    // Made of nothing, a value has the documented examples and all optional members.
    const found = correctValue(
      place.schema,
      undefined,
      (one) => (one === undefined ? MISSING : check(place, one)),
      knowledge,
    );
    return found?.value;
  }

  /** A hidden member that this very schema knows is shown. */
  function chooseMembers(
    row: Members,
    hidden: ReadonlySet<string>,
    place: SchemaPlace,
    isOwn: boolean,
  ): Members {
    const members = places.members(place);
    const isOpen = isOwn || members.size === 0;
    const kept = Object.entries(row).filter(
      ([name]) => members.has(name) || (isOpen && !hidden.has(name)),
    );
    return Object.fromEntries(kept);
  }

  /** Leaves out what is `writeOnly`, and what a closed schema does not know. */
  function hideMembers(value: unknown, place: SchemaPlace, level: number): unknown {
    if (level > MOST_LEVELS || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items = places.items(place);
      return items === undefined ? value : value.map((one) => hideMembers(one, items, level + 1));
    }
    if (!isJsonObject(value)) return value;
    const members = places.members(place);
    const isClosed = members.size > 0 && places.keyword(place, 'additionalProperties') === false;
    const entries = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      const inner = members.get(name);
      if (inner === undefined) return isClosed ? [] : [[name, member]];
      if (places.keyword(inner, 'writeOnly') === true) return [];
      return [[name, hideMembers(member, inner, level + 1)]];
    });
    return Object.fromEntries(entries);
  }
}

const MISSING = [{ in: 'body', pointer: '', rule: { keyword: 'required', params: {} } }] as const;
