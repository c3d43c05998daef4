import { defineTable } from '../../src/mock/create-mock.ts';
import { contractOf } from '../support/test-contract.ts';

export interface Note {
  readonly id: string;
  readonly text: string;
}

/** What a generator would make of the contract. */
export interface Operations {
  listNotes: {
    parameters: { path?: never };
    responses: { 200: { content: { 'application/json': { notes: Note[]; at: number } } } };
  };
  addNote: {
    requestBody: { content: { 'application/json': { text: string } } };
    responses: {
      201: { content: { 'application/json': Note } };
      404: { content: { 'application/json': { gone: boolean } } };
    };
  };
}

const json = (schema: object, example?: unknown) => ({
  description: 'x',
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
});
const text = { type: 'string', maxLength: 10 };
const note = {
  type: 'object',
  required: ['id', 'text'],
  properties: { id: { type: 'string' }, text },
};
const page = {
  type: 'object',
  required: ['notes', 'at'],
  properties: { notes: { type: 'array', items: note }, at: { type: 'number' } },
};
/** Notes that are listed and added, and an operation for which no behaviour here has a handler. */
export const contract = contractOf({
  paths: {
    '/notes': {
      get: { operationId: 'listNotes', responses: { 200: json(page, { notes: [], at: -1 }) } },
      post: {
        operationId: 'addNote',
        requestBody: json({ type: 'object', properties: { text: { type: 'string' } } }),
        responses: { 201: json(note), 404: json({ type: 'object' }) },
      },
    },
    '/plain': { get: { operationId: 'plain', responses: { 200: json({}, 'an example') } } },
  },
});

export const EPOCH = '2020-01-01T00:00:00Z';
export const tables = {
  notes: defineTable<Note>()({ key: ({ id }) => id, indexes: { all: { group: () => 'all' } } }),
};
