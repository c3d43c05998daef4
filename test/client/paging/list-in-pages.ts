import {
  type CallArgument,
  createConnection,
  operation,
  type PageOptions,
  type Paging,
  type Route,
  withPages,
} from '../../../src/client/index.ts';
import { type AnswerOne, answerInTurn, json } from '../answer-in-turn.ts';
import type { LooseOperation } from '../loose-operation.ts';

type Input = CallArgument<LooseOperation, never>;

const ROUTE: Route = {
  name: 'listThings',
  method: 'get',
  path: '/things',
  answers: { 200: 'json', 404: 'json' },
};

/** Opens a list in pages, the answers of whose server are given in turn, or as bodies of JSON. */
export function listInPages(
  paging: Paging,
  answers: readonly unknown[],
  { baseUrl = 'http://mock.test', ...route }: Partial<Route> & { baseUrl?: string } = {},
) {
  const isAnswer = (answer: unknown): answer is AnswerOne => typeof answer === 'function';
  const server = answerInTurn(...answers.map((body) => (isAnswer(body) ? body : json(body))));
  const client = createConnection({ baseUrl, fetch: server.fetch });
  const list = withPages(
    operation<LooseOperation<{ things: string[] }>>({ ...ROUTE, ...route }),
    paging,
  );
  return {
    sent: server.sent,
    urls: () => server.sent.map(({ url }) => url.replace(/^http:\/\/mock\.test/, '')),
    pages: (input?: Input, options?: PageOptions) => list.pages(client, input, options),
    items: (input?: Input, options?: PageOptions) => list.items(client, input, options),
  };
}

/** Reads all that an iterator gives. */
export async function readAll<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
