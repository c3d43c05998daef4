import type { Contract } from '../../../src/contract/model/contract.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';

/** How the pages of the list follow each other. */
export type PagingStyle = 'page' | 'page from 0' | 'offset' | 'cursor' | 'key' | 'link' | 'none';

/** What a contract of notes looks like. */
export interface NotesShape {
  readonly paging: PagingStyle;
  /** Whether notes belong to a board. */
  readonly isNested: boolean;
  /** Whether bodies have a note, and the list, inside of `data`. */
  readonly isEnveloped: boolean;
  /** Whether only the answer to a creation tells the id. */
  readonly isKeyHidden: boolean;
}

export const PLAIN: NotesShape = {
  paging: 'page',
  isNested: false,
  isEnveloped: false,
  isKeyHidden: false,
};

const SIZE =
  '{ name: page_size, in: query, schema: { type: integer, minimum: 1, maximum: 50, default: 20 } }';
const PAGE_PARAMETERS: Readonly<Record<PagingStyle, readonly string[]>> = {
  page: ['{ name: page, in: query, schema: { type: integer, minimum: 1, default: 1 } }', SIZE],
  'page from 0': ['{ name: page, in: query, schema: { type: integer } }', SIZE],
  offset: ['{ name: offset, in: query, schema: { type: integer, minimum: 0 } }', SIZE],
  cursor: ['{ name: cursor, in: query, schema: { type: string } }', SIZE],
  key: ['{ name: starting_after, in: query, schema: { type: string } }', SIZE],
  link: [SIZE],
  none: [],
};

const loaded = new Map<string, Promise<Contract>>();

/** Loads a contract of notes, once. */
export function loadNotes(shape: NotesShape): Promise<Contract> {
  const name = JSON.stringify(shape);
  const known = loaded.get(name) ?? writeNotes(shape);
  loaded.set(name, known);
  return known;
}

async function writeNotes(shape: NotesShape): Promise<Contract> {
  const { isNested, isEnveloped, isKeyHidden, paging } = shape;
  const board = isNested
    ? ['{ name: boardId, in: path, required: true, schema: { type: string } }']
    : [];
  const id = '{ name: noteId, in: path, required: true, schema: { type: string } }';
  const path = isNested ? '/boards/{boardId}/notes' : '/notes';
  const wrap = (schema: string) =>
    isEnveloped ? `{ type: object, required: [data], properties: { data: ${schema} } }` : schema;
  const note = wrap('{ $ref: "#/components/schemas/Note" }');
  const json = (schema: string) => `content: { application/json: { schema: ${schema} } }`;
  const made = isKeyHidden
    ? '{ type: object, required: [id], properties: { id: { type: string } } }'
    : note;
  const gone = '"404": { description: Not found. }';
  const filters = [
    '{ name: color, in: query, schema: { type: string, enum: [red, green, blue] } }',
    '{ name: pinned, in: query, schema: { type: boolean } }',
    '{ name: tags, in: query, schema: { type: string } }',
    '{ name: sort, in: query, schema: { type: string, enum: [title, -title, created, -created, "priority:asc", "priority:desc"] } }',
  ];
  return contractFromYaml(`
paths:
  ${path}:
    parameters: [${board.join()}]
    get:
      operationId: listNotes
      parameters: [${[...filters, ...PAGE_PARAMETERS[paging]].join()}]
      responses:
        "200":
          description: x.
          ${json('{ $ref: "#/components/schemas/Page" }')}
    post:
      operationId: createNote
      requestBody: { required: true, ${json(wrap('{ $ref: "#/components/schemas/NewNote" }'))} }
      responses: { "201": { description: x., ${json(made)} }, "400": { description: x. }, "403": { description: x. }, "409": { description: x. } }
  ${path}/{noteId}:
    parameters: [${[...board, id].join()}]
    get: { operationId: showNote, responses: { "200": { description: x., ${json(note)} }, ${gone} } }
    patch:
      operationId: changeNote
      requestBody: { required: true, ${json(wrap('{ $ref: "#/components/schemas/NoteChange" }'))} }
      responses: { "200": { description: x., ${json(note)} }, "400": { description: x. }, ${gone} }
    delete: { operationId: removeNote, responses: { "204": { description: x. }, ${gone} } }
  /read/{code}:
    get:
      operationId: readNote
      parameters: [{ name: code, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: x., ${json('{ type: object }')} }, ${gone}, "410": { description: Withdrawn. } }
components:
  schemas:
    Page:
      type: object
      required: [${isEnveloped ? 'data' : 'notes'}]
      properties:
        ${isEnveloped ? 'data: { type: object, required: [notes], properties: { notes: { $ref: "#/components/schemas/Notes" } } }' : 'notes: { $ref: "#/components/schemas/Notes" }'}
        total: { type: integer }
        total_pages: { type: integer }
        page: { type: integer }
        has_next: { type: boolean }
        next_cursor: { type: [string, "null"] }
    Notes: { type: array, items: { $ref: "#/components/schemas/Note" } }
    NewNote:
      type: object
      required: [title]
      properties: &settable
        title: { type: string, minLength: 1, maxLength: 60 }
        tags: { type: array, uniqueItems: true, maxItems: 5, items: { type: string, minLength: 1, maxLength: 20 } }
        priority: { type: integer, minimum: 0, maximum: 100 }
        pinned: { type: boolean }
        color: { type: string, enum: [red, green, blue] }
        due: { type: string, format: date-time }
        contact: { type: string, format: email }
        password: { type: string, minLength: 8, maxLength: 30, writeOnly: true }
    NoteChange:
      type: object
      minProperties: 1
      properties:
        title: { type: string, minLength: 1, maxLength: 60 }
        tags: { type: array, uniqueItems: true, maxItems: 5, items: { type: string, minLength: 1, maxLength: 20 } }
        priority: { type: integer, minimum: 0, maximum: 100 }
        state: { type: string, enum: [open, withdrawn] }
    Note:
      type: object
      required: [title, created_at]
      properties:
        ${isKeyHidden ? '' : 'id: { type: string }'}
        code: { type: string }
        title: { type: string }
        tags: { type: array, items: { type: string } }
        priority: { type: integer }
        pinned: { type: boolean }
        color: { type: string }
        due: { type: [string, "null"] }
        contact: { type: string }
        state: { type: string }
        views: { type: integer }
        created_at: { type: string, format: date-time }
        updated_at: { type: string, format: date-time }
        link: { type: string }
        position: { type: integer }
`);
}
