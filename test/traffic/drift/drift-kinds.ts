/** Exchange of a test: what was asked, and what a server answered. */
export interface Asked {
  readonly method?: string;
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly sent?: unknown;
  readonly status?: number;
  /** JSON, or a text of another type. */
  readonly answer?: unknown;
  readonly type?: string;
}

/** Contract that the drift of tests leaves, in one version of OpenAPI. */
export function writeContract(version: '3.0.3' | '3.1.0'): string {
  const nullable =
    version === '3.1.0' ? 'type: [string, "null"]' : 'type: string\n          nullable: true';
  return `# A small API.
openapi: ${version}
info: {title: Notes, version: "1"}
servers: [{url: https://api.test/v1}]
security: [{key: []}]
paths:
  /notes:
    get:
      operationId: listNotes
      parameters:
        - {name: page, in: query, schema: {type: integer, minimum: 1, maximum: 9}} # one page
        - name: sort
          in: query
          required: true
          schema: {type: string, enum: [up, down]}
      responses:
        "200":
          description: Notes.
          headers:
            X-Total: {required: true, schema: {type: integer}}
          content:
            application/json:
              schema:
                type: array
                maxItems: 2
                items: {$ref: '#/components/schemas/Note'}
    post:
      operationId: createNote
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewNote'}
      responses:
        "201":
          description: Note.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Note'}
  /notes/{id}:
    delete:
      operationId: deleteNote
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
      responses:
        "204": {description: Gone.}
components:
  securitySchemes:
    key: {type: http, scheme: bearer}
  schemas:
    # What a client sends.
    NewNote:
      type: object
      required:
        - text # at least
        - kind
      additionalProperties: false
      properties:
        id: {type: integer, readOnly: true}
        text: {type: string, minLength: 2, maxLength: 5}
        kind: {type: string, enum: [a, b]}
    Note:
      type: object
      required: [id]
      properties:
        id:
          type: integer # of the database
        text: {type: string, maxLength: 5}
        kind:
          type: string
          enum:
            - a
            - b
        at: {type: string, format: date-time}
        code: {type: string, pattern: '^[a-z]+$'}
        rank: {type: number, minimum: 0, maximum: 1}
        size: {type: integer, multipleOf: 2}
        tags: {type: array, uniqueItems: true, items: {type: string}}
        hint:
          ${nullable}
        meta:
          type: object
          additionalProperties: false
          properties: {a: {type: string}}
        secret: {type: string, writeOnly: true}
        link:
          oneOf:
            - {type: string}
            - {type: string, maxLength: 99}
        extra:
          allOf:
            - type: object
              required: [x, y]
`;
}

const HEADERS: Readonly<Record<string, string>> = { authorization: 'Bearer ***' };
const list = (note: object, more: Partial<Asked> = {}): Asked => ({
  target: '/notes?sort=up',
  answer: [{ id: 1, ...note }],
  ...more,
});
const create = (sent: unknown, more: Partial<Asked> = {}): Asked => ({
  method: 'POST',
  target: '/notes',
  sent,
  status: 201,
  answer: { id: 1 },
  ...more,
});

/** Kinds of drift: what it is, exchanges, and what the proposed change says. */
export const KINDS: readonly (readonly [what: string, asked: readonly Asked[], change: string])[] =
  [
    ['a type', [list({ id: 'x' })], 'allow string'],
    ['null', [list({ text: null })], 'allow null'],
    ['a number that is no integer', [list({ id: 1.5 })], 'allow number'],
    ['several types', [list({ id: 'x' }), list({ id: true })], 'allow string and boolean'],
    [
      'values of an enumeration',
      [list({ kind: 'c' }), list({ kind: 'd e' })],
      'add "c", "d e" to enum',
    ],
    ['a maximum', [list({ rank: 3 }), list({ rank: 7.5 })], 'set maximum to 7.5'],
    ['a minimum', [list({ rank: -2 })], 'set minimum to -2'],
    ['a longer text', [list({ text: 'Grüße!' })], 'set maxLength to 6'],
    ['a shorter text in a request', [create({ text: 'x', kind: 'a' })], 'set minLength to 1'],
    [
      'more items',
      [{ ...list({}), answer: [{ id: 1 }, { id: 2 }, { id: 3 }] }],
      'set maxItems to 3',
    ],
    ['items that are the same', [list({ tags: ['a', 'a'] })], 'drop uniqueItems'],
    ['a format', [list({ at: 'yesterday' })], 'drop format'],
    ['a pattern', [list({ code: 'A1' })], 'drop pattern'],
    ['a multiple', [list({ size: 3 })], 'drop multipleOf'],
    ['a member that is missing', [{ ...list({}), answer: [{}] }], 'drop "id" from required'],
    ['a member that is missing below allOf', [list({ extra: { x: 1 } })], 'drop "y" from required'],
    ['a member that a client leaves out', [create({ text: 'abc' })], 'drop "kind" from required'],
    ['an unknown member', [list({ meta: { a: 'x', b: [1] } })], 'add property "b"'],
    [
      'unknown members of requests',
      [create({ text: 'abc', kind: 'a', more: { deep: true } })],
      'add property "more"',
    ],
    ['a member that is for answers', [create({ text: 'abc', kind: 'a', id: 3 })], 'drop readOnly'],
    ['a member that is for requests', [list({ secret: 'x', id: 2 })], 'drop writeOnly'],
    ['several alternatives', [list({ link: 'x' })], 'turn oneOf into anyOf'],
    ['a status', [{ ...list({}), status: 404, answer: { title: 'No' } }], 'add response 404'],
    [
      'a status without a body',
      [{ ...list({}), status: 503, answer: undefined }],
      'add response 503',
    ],
    ['a media type', [{ ...list({}), answer: 'id\n1', type: 'text/csv' }], 'add text/csv'],
    [
      'a body where none was',
      [{ method: 'DELETE', target: '/notes/1', status: 204, sent: { a: 1 } }],
      'add a request body',
    ],
    [
      'a media type of a request',
      [
        create('x=1', {
          headers: { ...HEADERS, 'content-type': 'application/x-www-form-urlencoded' },
        }),
      ],
      'add application/x-www-form-urlencoded',
    ],
    [
      'a header that is missing',
      [list({}, { headers: { ...HEADERS, 'x-no-total': '1' } })],
      'drop required',
    ],
    ['a parameter that is missing', [list({}, { target: '/notes' })], 'drop required'],
    [
      'an unknown parameter',
      [list({}, { target: '/notes?sort=up&q=a&limit=3' })],
      'add query parameter "q"',
    ],
    [
      'a parameter out of range',
      [list({}, { target: '/notes?sort=up&page=12' })],
      'set maximum to 12',
    ],
    [
      'a parameter of another type',
      [{ method: 'DELETE', target: '/notes/abc', status: 204 }],
      'allow string',
    ],
    [
      'a parameter that is no value of an enumeration',
      [list({}, { target: '/notes?sort=left' })],
      'add "left" to enum',
    ],
    [
      'a request without credentials',
      [list({}, { headers: {} })],
      'allow requests without credentials',
    ],
    ['a request without a body', [create(undefined)], 'drop required'],
    ['a method', [{ ...list({}), target: '/notes/7', answer: { id: 7 } }], 'add GET /notes/{id}'],
    [
      'a path',
      [
        { target: '/users/42/tags?all=true', answer: ['x'] },
        { target: '/users/43/tags', answer: [] },
      ],
      'add GET /users/{userId}/tags',
    ],
  ];

/** Entry of an archive for an exchange of a test. */
export function toEntry(asked: Asked): object {
  const { method = 'GET', target, headers = HEADERS, sent, status = 200, answer, type } = asked;
  const isText = typeof answer === 'string' && type !== undefined;
  const given = Object.entries({
    ...(sent !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  });
  const received = answer === undefined ? undefined : isText ? answer : JSON.stringify(answer);
  return {
    request: {
      method,
      url: `https://api.test/v1${target}`,
      headers: given.map(([name, value]) => ({ name, value })),
      ...(sent !== undefined && {
        postData: {
          mimeType: headers['content-type'] ?? 'application/json',
          text: typeof sent === 'string' ? sent : JSON.stringify(sent),
        },
      }),
    },
    response: {
      status,
      headers: [
        ...(received === undefined
          ? []
          : [{ name: 'Content-Type', value: type ?? 'application/json' }]),
        ...('x-no-total' in headers ? [] : [{ name: 'X-Total', value: '1' }]),
      ],
      content: {
        size: received?.length ?? 0,
        mimeType: type ?? 'application/json',
        ...(received !== undefined && { text: received }),
      },
    },
  };
}
