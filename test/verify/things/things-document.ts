/** Member of an OpenAPI document. */
type Node = Record<string, unknown>;

/** Parts of the contract of things in which variants differ. */
export interface ThingsParts {
  readonly id: Node;
  /** Members of what is sent to create or replace a thing. */
  readonly members: Node;
  /** Further keywords of the schema of what is sent. */
  readonly more: Node;
  /** Further parameters of the list. */
  readonly query: readonly Node[];
  readonly security: readonly Node[];
  readonly schemes: Node;
  /** Further media types of the answer that shows one. */
  readonly shown: Node;
  /** Status of a removal. */
  readonly removed: string;
  /** Path of what things belong to, such as `/boxes/{box}`. */
  readonly parent: string;
}

const PARTS: ThingsParts = {
  id: { type: 'string' },
  members: {
    name: { type: 'string', minLength: 1, maxLength: 40 },
    size: { type: 'integer', minimum: 0, maximum: 100 },
    note: { type: ['string', 'null'], maxLength: 200 },
  },
  more: {},
  query: [],
  security: [],
  schemes: { token: { type: 'http', scheme: 'bearer' } },
  shown: {},
  removed: '204',
  parent: '',
};

const PROBLEM = {
  type: 'object',
  required: ['detail'],
  properties: { detail: { type: 'string' } },
};

/** Writes the contract of things: a list with pages, and create, show, replace, change and remove. */
export function thingsDocument(parts: Partial<ThingsParts> = {}): Node {
  const { id, members, more, query, security, schemes, shown, removed, parent } = {
    ...PARTS,
    ...parts,
  };
  const json = (schema: Node, others: Node = {}) => ({
    content: { 'application/json': { schema }, ...others },
  });
  const refusals = Object.fromEntries(
    [400, 401, 403, 404, 409].map((status) => [
      status,
      { description: 'A refusal.', ...json(PROBLEM) },
    ]),
  );
  const thing = { $ref: '#/components/schemas/Thing' };
  const sent = { $ref: '#/components/schemas/NewThing' };
  const page = {
    type: 'object',
    required: ['items', 'total'],
    properties: { items: { type: 'array', items: thing }, total: { type: 'integer' } },
  };
  const one = { 200: { description: 'One thing.', ...json(thing, shown) }, ...refusals };
  const count = { type: 'integer', minimum: 1, maximum: 50 };
  const parents = [...parent.matchAll(/{(\w+)}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    security,
    paths: {
      [`${parent}/things`]: {
        parameters: parents,
        get: {
          operationId: 'listThings',
          parameters: [
            { name: 'page', in: 'query', schema: { ...count, default: 1 } },
            { name: 'page_size', in: 'query', schema: { ...count, default: 20 } },
            ...query,
          ],
          responses: { 200: { description: 'A page.', ...json(page) }, ...refusals },
        },
        post: {
          operationId: 'createThing',
          requestBody: { required: true, ...json(sent) },
          responses: { 201: { description: 'The thing.', ...json(thing) }, ...refusals },
        },
      },
      [`${parent}/things/{id}`]: {
        parameters: [...parents, { name: 'id', in: 'path', required: true, schema: id }],
        get: { operationId: 'showThing', responses: one },
        put: {
          operationId: 'replaceThing',
          requestBody: { required: true, ...json(sent) },
          responses: { ...one, 201: { description: 'A new thing.', ...json(thing) } },
        },
        patch: {
          operationId: 'changeThing',
          requestBody: {
            required: true,
            ...json({ $ref: '#/components/schemas/Change' }),
          },
          responses: one,
        },
        delete: {
          operationId: 'removeThing',
          responses: { [removed]: { description: 'Gone.' }, ...refusals },
        },
      },
    },
    components: {
      securitySchemes: schemes,
      schemas: {
        NewThing: { type: 'object', required: ['name'], properties: members, ...more },
        Change: { type: 'object', minProperties: 1, properties: members },
        Thing: {
          type: 'object',
          required: ['id', 'name', 'created_at'],
          properties: {
            ...members,
            id,
            name: { type: 'string' },
            created_at: { type: 'string', format: 'date-time' },
          },
        },
      },
    },
  };
}
