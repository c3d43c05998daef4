import type { components, operations } from '../../src/generated/crego/types.ts';
import {
  type Context,
  defineTable,
  type Random,
  type SeededWorld,
} from '../../src/mock/authoring/index.ts';

export type Share = components['schemas']['Share'];

/** User and tenant of the documented examples. */
export const USER = '6da08401-b1f7-46ec-9013-2a9d7bc6185c';
export const TENANT = '23067dbc-6c62-4203-9014-7100e4ffe811';
/** Sample requests and responses use two ids for one document. */
export const SAMPLE_DOCUMENT = '01JVVJNAVTB19FN3F7W1NHBPT6';
export const DOCUMENT = '01JQ8MZ0P94HR6HSH1DGY5VNH9';

/** Time between the creation of a row and its first update, as in the examples. */
export const SAVE_MS = 0.028;

const ULID_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const tables = {
  documents: defineTable<{ readonly id: string }>()({
    key: ({ id }) => id,
    schema: {
      type: 'object',
      required: ['id'],
      properties: { id: { $ref: '#/components/schemas/Ulid' } },
      additionalProperties: false,
    },
  }),
  shares: defineTable<Share>()({
    key: ({ id }) => id,
    schema: { $ref: '#/components/schemas/Share' },
    indexes: {
      document: {
        group: ({ document }) => groupOf(document),
        order: (one, other) => compare(one.created_at, other.created_at),
      },
      token: { group: ({ token }) => token },
    },
  }),
};

export type Call = Context<typeof tables>;
export type Seeded = SeededWorld<operations, typeof tables>;

/** Returns one group for both ids of the sample document. */
export function groupOf(document: string): string {
  return document === SAMPLE_DOCUMENT ? DOCUMENT : document;
}

/**
 * Creates an id like a ULID from the time of the seed, so that the same calls give the same ids.
 */
export function createUlid(random: Random): string {
  return random.text(ULID_ALPHABET, 16, '01JQ8TAZ1Y');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
