import fc from 'fast-check';
import { expect } from 'vitest';
import {
  type HistoryOptions,
  type SandboxMock,
  sandboxMockOf,
} from '../../support/sandbox-mock.ts';

/** What the model knows of a share; ids and tokens are the mock's to choose. */
interface ModelShare {
  readonly id: string;
  readonly token: string;
  readonly document: string;
  readonly expiresAt: number;
}

/** A second opinion on how Crego behaves: shares by document, newest last. */
interface Model {
  now: number;
  shares: ModelShare[];
}

const DOCUMENTS = ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '01BX5ZZKBKACTAV9WEVGEMMVRZ'] as const;
const START = Date.parse('2025-03-26T14:20:38Z');
const HOUR = 60 * 60 * 1000;

type Command = fc.AsyncCommand<Model, SandboxMock>;

const iso = (time: number) => new Date(time).toISOString();
const printed = (time: number) => iso(time).replace('Z', '000Z');

/** Command whose text is what fast-check prints of a failing history. */
function command(text: string, run: (model: Model, mock: SandboxMock) => Promise<void>): Command {
  return { check: () => true, run, toString: () => text };
}

const document = fc.constantFrom(...DOCUMENTS);
const hours = fc.integer({ min: -2, max: 6 });
const place = fc.nat({ max: 5 });

/** Share at a place of the model, or one that is not there. */
function pick({ shares }: Model, at: number): ModelShare {
  const missing = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', token: 'none', document: DOCUMENTS[0] };
  return shares[at] ?? { ...missing, expiresAt: 0 };
}

const pathOf = ({ document: of, id }: ModelShare) => `/documents/${of}/shares/${id}/`;

const create = fc.tuple(document, hours).map(([of, offset]) =>
  command(`create(${of}, ${offset} h)`, async (model, { ask }) => {
    const expiresAt = model.now + offset * HOUR;
    const answer = await ask(`POST /documents/${of}/shares/`, {
      body: { expires_at: iso(expiresAt) },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ document: of, expires_at: printed(expiresAt) });
    const { id, token } = answer.body;
    expect(model.shares.some((share) => share.id === id || share.token === token)).toBe(false);
    model.shares.push({ id, token, document: of, expiresAt });
  }),
);

const update = fc.tuple(place, hours).map(([at, offset]) =>
  command(`update(${at}, ${offset} h)`, async (model, { ask }) => {
    const share = pick(model, at);
    const expiresAt = model.now + offset * HOUR;
    const answer = await ask(`PATCH ${pathOf(share)}`, { body: { expires_at: iso(expiresAt) } });
    expect(answer.status).toBe(model.shares.includes(share) ? 200 : 404);
    if (answer.status === 200) expect(answer.body.updated_at).toBe(printed(model.now));
    model.shares = model.shares.map((other) => (other === share ? { ...share, expiresAt } : other));
  }),
);

const remove = place.map((at) =>
  command(`remove(${at})`, async (model, { ask }) => {
    const share = pick(model, at);
    const answer = await ask(`DELETE ${pathOf(share)}`);
    expect(answer.status).toBe(model.shares.includes(share) ? 204 : 404);
    model.shares = model.shares.filter((other) => other !== share);
  }),
);

const read = place.map((at) =>
  command(`read(${at})`, async (model, { ask }) => {
    const share = pick(model, at);
    const answer = await ask(`GET ${pathOf(share)}`);
    expect(answer.status).toBe(model.shares.includes(share) ? 200 : 404);
    if (answer.status === 200) expect(answer.body.expires_at).toBe(printed(share.expiresAt));
  }),
);

const preview = place.map((at) =>
  command(`preview(${at})`, async (model, { ask }) => {
    const share = pick(model, at);
    const answer = await ask(`GET /shares/${share.token}/preview/`, {
      headers: { authorization: '' },
    });
    const isOpen = model.shares.includes(share) && share.expiresAt > model.now;
    expect(answer.status).toBe(isOpen ? 200 : 404);
  }),
);

const list = fc
  .tuple(document, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.option(hours))
  .map(([of, page, size, offset]) =>
    command(`list(${of}, ${page}, ${size}, ${offset} h)`, async (model, { ask }) => {
      const from = offset === null ? undefined : model.now + offset * HOUR;
      const filter = from === undefined ? '' : `&expires_at_gte=${iso(from)}`;
      const answer = await ask(
        `GET /documents/${of}/shares/?page=${page}&page_size=${size}${filter}`,
      );
      const all = model.shares
        .filter((share) => share.document === of && share.expiresAt >= (from ?? -Infinity))
        .reverse();
      const pages = Math.max(1, Math.ceil(all.length / size));
      expect(answer.status).toBe(page > pages ? 404 : 200);
      if (page > pages) return;
      expect(answer.body).toMatchObject({
        count: all.length,
        total_pages: pages,
        current_page: page,
      });
      expect(answer.body.results.map(({ id }: ModelShare) => id)).toEqual(
        all.slice((page - 1) * size, page * size).map(({ id }) => id),
      );
    }),
  );

const wait = hours.map((offset) =>
  command(`wait(${Math.abs(offset)} h)`, async (model, { advance }) => {
    model.now += Math.abs(offset) * HOUR;
    advance(Math.abs(offset) * HOUR);
  }),
);

const freshModel = (): Model => ({ now: START, shares: [] });

/** Lets model and mock agree on random histories, each in a sandbox of its own. */
export async function checkHistories({ make, space = '', runs }: HistoryOptions): Promise<void> {
  const commands = fc.commands([create, update, remove, read, preview, list, wait], {
    maxCommands: 18,
    size: 'max',
  });
  // One mock compiles its validators once for all of them.
  const mock = sandboxMockOf('crego', {}, undefined, make);
  let histories = 0;
  const setUp = async () => {
    histories += 1;
    const sandbox = `${space}history-${histories}`;
    const real: SandboxMock = {
      ...mock,
      ask: (request, options) => mock.ask(request, { ...options, sandbox }),
    };
    // The clock of a sandbox begins with its first request.
    await real.ask(`GET /documents/${DOCUMENTS[0]}/shares/`);
    return { model: freshModel(), real };
  };
  await fc.assert(
    fc.asyncProperty(commands, (history) => fc.asyncModelRun(setUp, history)),
    runs,
  );
}
