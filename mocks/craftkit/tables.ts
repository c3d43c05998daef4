import type { components, operations } from '../../src/generated/craftkit/types.ts';
import { type Context, defineTable, type SeededWorld } from '../../src/mock/authoring/index.ts';

type Schemas = components['schemas'];

/** Render without its URLs, which depend on the address of the mock. */
export type RenderRow = Omit<Schemas['Render'], 'pollUrl' | 'downloadUrl'>;

/** Share without its URL, and without its clicks, which are counted from events. */
export type ShareRow = Omit<Schemas['ShareListItem'], 'clickCount' | 'shareUrl'> & {
  readonly renderId: string;
};

export type EventRow = Schemas['EngagementEvent'] & { readonly renderId: string };

/** Placeholder that the documentation prints for ids and parts of texts. */
export const ELIDED = '…';

const RENDER_ID = { type: 'string', format: 'uuid' };
/** Characters that need no encoding in a URL path. */
const SHARE_TOKEN = { type: 'string', pattern: '^[\\w.~-]+$' };

/** Events that recipients cause and that a partner may track. */
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
  /** The documented render without an id, which every unknown render is a copy of. */
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
      /** Repeatable events of a share, or of a render without a share. */
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

/** State of Craftkit while it is seeded. */
export type CraftkitWorld = SeededWorld<operations, typeof tables>;

function isClick({ eventType, actorKind }: EventRow): boolean {
  return eventType === 'viewed' && actorKind === 'recipient';
}

function byCreation(
  one: { readonly createdAt: string },
  other: { readonly createdAt: string },
): number {
  // Times in the same millisecond have the same text.
  if (one.createdAt === other.createdAt) return 0;
  return one.createdAt < other.createdAt ? -1 : 1;
}

/** Builds the JSON Schema of a row from properties of a component and properties of its own. */
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
