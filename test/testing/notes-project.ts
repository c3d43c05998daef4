import { type WrittenFiles, writeFiles } from '../support/write-files.ts';

/** Contract of somebody else: a collection, errors with a code of their own, and nothing beside it. */
const NOTES = `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers: [{ url: https://notes.example/v2 }]
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        "200":
          description: All notes.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Note" } }
              examples:
                two: { value: [{ id: 1, text: One. }, { id: 2, text: Two. }] }
                none: { value: [] }
    post:
      operationId: createNote
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/NewNote" } } }
      responses:
        "201":
          description: The new note.
          content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } }
        "4XX":
          description: A note that is none.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Problem" }
              examples:
                too-long: { value: { error: { code: too_long } } }
                taken: { value: { error: { code: taken } } }
  /notes/{id}:
    get:
      operationId: getNote
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses:
        "200":
          description: The note.
          content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } }
        "404":
          description: No note.
          content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
components:
  schemas:
    NewNote: { type: object, required: [text], properties: { text: { type: string } } }
    Note:
      type: object
      required: [id, text]
      properties: { id: { type: integer }, text: { type: string } }
    Problem:
      type: object
      required: [error]
      properties:
        error: { type: object, required: [code], properties: { code: { type: string } } }
`;

/** Writes a project of that contract alone, whose collections are acted on. */
export function writeNotesProject(): Promise<WrittenFiles> {
  return writeFiles({
    'redocly.yaml':
      'apis:\n  notes:\n    root: notes.yaml\n    x-share-contracts:\n      stateful: true\n',
    'notes.yaml': NOTES,
  });
}
