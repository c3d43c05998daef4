import fc from 'fast-check';
import { expect } from 'vitest';
import type { HistoryOptions } from '../../support/sandbox-mock.ts';
import { bearer, type CloudreveMock, EPOCH_MS, HOUR } from './cloudreve-mock.ts';
import { asNobody, recordedMock } from './recorded-world.ts';

/** What a model knows of a share of `report.pdf`. */
interface Model {
  now: number;
  password: string;
  isThere: boolean;
  expiresAt: number | undefined;
  left: number | undefined;
  downloaded: number;
}

interface Real extends CloudreveMock {
  readonly id: string;
}

type Command = fc.AsyncCommand<Model, Real>;

const PASSWORD = 'Pw1';
/** Headers of a user whose token outlives every history. */
const as = (sub: string) => bearer({ sub, exp: EPOCH_MS / 1000 + 1000 * 3600 });
const asAlice = as('qLsR');
const visitor = fc.constantFrom(asNobody, as('ZaSa'), asAlice, as('lpua'));
const password = fc.constantFrom('', PASSWORD, 'x');
const hours = fc.constantFrom(0, 1, 2);
const limit = fc.constantFrom(0, 1, 2);

/** Command whose text is what fast-check prints of a failing history. */
function command(text: string, run: (model: Model, real: Real) => Promise<void>): Command {
  return { check: () => true, run, toString: () => text };
}

/** Code with which the model refuses a share; 0 if it does not. */
function codeOf(model: Model, given: string): number {
  const { now, expiresAt = Number.POSITIVE_INFINITY, left = 1 } = model;
  if (!model.isThere || expiresAt <= now || left <= 0) return 404;
  return model.password === '' || model.password === given ? 0 : 40069;
}

const uriOf = ({ id }: Real, given: string) =>
  `cloudreve://${id}${given === '' ? '' : `:${given}`}@share`;

const download = fc
  .tuple(visitor, password, fc.record({ download: fc.boolean(), redirect: fc.boolean() }))
  .map(([who, given, options]) =>
    command(`download(${given}, ${JSON.stringify(options)})`, async (model, real) => {
      const uris = [`${uriOf(real, given)}/report.pdf`];
      const { status, body } = await real.ask('POST /api/v4/file/url', {
        ...who,
        body: { uris, ...options },
      });
      const code = codeOf(model, given);
      expect(status).toBe(code === 0 && options.redirect ? 302 : 200);
      if (code !== 0) {
        expect(body).toMatchObject({
          code: 40081,
          aggregated_error: { [uris[0] ?? '']: { code } },
        });
        return;
      }
      model.downloaded += 1;
      if (model.left !== undefined) model.left -= 1;
    }),
  );

const list = fc.tuple(visitor, password).map(([who, given]) =>
  command(`list(${given})`, async (model, real) => {
    const { code, data } = await real.call(`GET /file?uri=${uriOf(real, given)}`, who);
    expect(code).toBe(codeOf(model, given));
    if (code === 0) expect(data.files).toMatchObject([{ name: 'report.pdf', size: 2048 }]);
  }),
);

const read = fc.constant(
  command('read()', async (model, real) => {
    const { code, data } = await real.call(`GET /share/info/${real.id}`, asAlice);
    expect(code).toBe(codeOf(model, model.password));
    if (code !== 0) return;
    expect([data.downloaded ?? 0, data.remain_downloads]).toEqual([model.downloaded, model.left]);
  }),
);

const edit = fc.tuple(limit, hours).map(([downloads, expire]) =>
  command(`edit(${downloads}, ${expire} h)`, async (model, real) => {
    const body = { uri: 'cloudreve://my/report.pdf', downloads, expire: expire * 3600 };
    const { code } = await real.call(`POST /share/${real.id}`, { ...asAlice, body });
    expect(code).toBe(model.isThere ? 0 : 404);
    if (code !== 0) return;
    model.left = downloads === 0 ? undefined : downloads;
    model.expiresAt = expire === 0 ? undefined : model.now + expire * HOUR;
  }),
);

const remove = fc.constant(
  command('remove()', async (model, real) => {
    await real.call(`DELETE /share/${real.id}`, asAlice);
    model.isThere = false;
  }),
);

const wait = hours.map((count) =>
  command(`wait(${count} h)`, async (model, { advance }) => {
    model.now += count * HOUR;
    advance(count * HOUR);
  }),
);

/** Lets model and mock agree on random histories, each in a sandbox of its own. */
export async function checkHistories({ make, space = '', runs }: HistoryOptions): Promise<void> {
  const commands = fc.commands([download, download, list, read, edit, remove, wait], {
    maxCommands: 20,
  });
  const mock = recordedMock({}, undefined, make);
  let count = 0;
  const open = async (downloads: number, isPrivate: boolean) => {
    count += 1;
    const sandbox = `${space}history-${count}`;
    const ask: CloudreveMock['ask'] = (request, options) =>
      mock.ask(request, { ...options, sandbox });
    const call: CloudreveMock['call'] = async (request, options) =>
      (await ask(request.replace(' ', ' /api/v4'), options)).body;
    const body = {
      uri: 'cloudreve://my/report.pdf',
      downloads,
      is_private: isPrivate,
      password: PASSWORD,
    };
    const { data } = await call('PUT /share', { ...asAlice, body });
    const id = /\/s\/(\w+)/.exec(data)?.[1] ?? '';
    const model: Model = {
      now: EPOCH_MS,
      password: isPrivate ? PASSWORD : '',
      isThere: true,
      expiresAt: undefined,
      left: downloads === 0 ? undefined : downloads,
      downloaded: 0,
    };
    return { model, real: { ...mock, ask, call, id } };
  };
  await fc.assert(
    fc.asyncProperty(limit, fc.boolean(), commands, (downloads, isPrivate, history) =>
      fc.asyncModelRun(() => open(downloads, isPrivate), history),
    ),
    runs,
  );
}
