import type { components, operations } from '../../src/generated/craftkit/types.ts';
import { type Context, defineTable, type SeededWorld } from '../../src/mock/authoring/index.ts';

type Schemas = components['schemas'];

/** Render without its URLs, which depend on where the mock is reached. */
export type RenderRow = Omit<Schemas['Render'], 'pollUrl' | 'downloadUrl'>;

/** Share of a render without its URL, and without its clicks, which follow from the events. */
export type ShareRow = Omit<Schemas['ShareListItem'], 'clickCount' | 'shareUrl'> & {
  readonly renderId: string;
};

export type EventRow = Schemas['EngagementEvent'] & { readonly renderId: string };

/** What the pages print in place of ids and of parts of texts. */
export const ELIDED = '…';

const RENDER_ID = { type: 'string', format: 'uuid' };
/** Every character that a segment of a URL takes as it is. */
const SHARE_TOKEN = { type: 'string', pattern: '^[\\w.~-]+$' };

/** What recipients do, and what a partner may track. */
const REPEATABLE: readonly EventRow['eventType'][] = ['viewed', 'downloaded', 'printed'];

export const tables = {
  renders: defineTable<RenderRow>()({
    key: ({ id }) => id,
    schema: rowSchema('Render', [
      'id',
      'status',
      'errorMessage',
      'createdAt',
      'completedAt',
      'durationMs',
    ]),
  }),
  /** The documented render, its id elided: what every render is like that nobody created. */
  samples: defineTable<RenderRow>()({ key: ({ id }) => id }),
  shares: defineTable<ShareRow>()({
    key: ({ id }) => id,
    schema: rowSchema(
      'ShareListItem',
      [
        'id',
        'channel',
        'recipientEmail',
        'message',
        'revokedAt',
        'revokedReason',
        'expiresAt',
        'createdAt',
      ],
      { renderId: RENDER_ID, shareToken: SHARE_TOKEN },
    ),
    indexes: {
      render: { group: ({ renderId }) => renderId, order: byCreation },
      token: { group: ({ shareToken }) => shareToken },
    },
  }),
  events: defineTable<EventRow>()({
    key: ({ id }) => id,
    schema: rowSchema(
      'EngagementEvent',
      ['id', 'eventType', 'actorKind', 'shareId', 'sourceIp', 'userAgent', 'metadata', 'createdAt'],
      { renderId: RENDER_ID },
    ),
    indexes: {
      render: { group: ({ renderId }) => renderId, order: byCreation },
      /** Events that may happen again, of a share, or of a render without one. */
      repeatable: {
        group: ({ eventType, shareId, renderId }) =>
          REPEATABLE.includes(eventType) ? (shareId ?? renderId) : undefined,
        order: byCreation,
      },
      clicks: { group: (event) => (isClick(event) ? (event.shareId ?? undefined) : undefined) },
    },
  }),
};

export type CraftkitContext = Context<typeof tables>;

/** World of Craftkit while it is filled. */
export type CraftkitWorld = SeededWorld<operations, typeof tables>;

function isClick({ eventType, actorKind }: EventRow): boolean {
  return eventType === 'viewed' && actorKind === 'recipient';
}

function byCreation(
  one: { readonly createdAt: string },
  other: { readonly createdAt: string },
): number {
  // Those of one millisecond have the same text.
  if (one.createdAt === other.createdAt) return 0;
  return one.createdAt < other.createdAt ? -1 : 1;
}

/** JSON Schema of a row with some of the properties of a component, and with some of its own. */
function rowSchema(
  component: keyof Schemas,
  names: readonly string[],
  own: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const shared = names.map((name) => [
    name,
    { $ref: `#/components/schemas/${component}/properties/${name}` },
  ]);
  const properties = { ...Object.fromEntries(shared), ...own };
  return {
    type: 'object',
    required: Object.keys(properties),
    properties,
    additionalProperties: false,
  };
}
