import fc from 'fast-check';
import { expect } from 'vitest';
import type { HistoryOptions } from '../../support/sandbox-mock.ts';
import { FORMATS, LAPTOPS, openAccounts, RESUME, share, type Tell } from './account.ts';

/** What the model knows of a document, under an id that no sample has. */
interface ModelDocument {
  users: string[];
  isWritable: boolean;
  isPublic: boolean;
}

/** A second opinion on how Zoho Writer behaves: documents in the order in which they were first changed. */
type Model = Map<string, ModelDocument>;

type Command = fc.AsyncCommand<Model, Tell>;

const format = fc.constantFrom(...FORMATS);
const id = fc.constantFrom('1000000000001', '1000000000002');
const user = fc.constantFrom('ann', 'b&b@example.com');
const LIMIT = 100;

/** Command whose text is what fast-check prints of a failing history. */
function command(text: string, run: (model: Model, tell: Tell) => Promise<void>): Command {
  return { check: () => true, run, toString: () => text };
}

function read(model: Model, of: string): ModelDocument {
  return model.get(of) ?? { users: [], isWritable: false, isPublic: false };
}

/** Document that is there from now on. */
function touch(model: Model, of: string): ModelDocument {
  const document = read(model, of);
  model.set(of, document);
  return document;
}

const escaped = (text: string, as: string) => (as === 'xml' ? text.replaceAll('&', '&amp;') : text);
const listed = (users: readonly string[], as: string) => escaped(`[${users.join(', ')}]`, as);

const shareWith = fc
  .tuple(format, id, fc.array(user, { minLength: 1, maxLength: 2 }), fc.boolean())
  .map(([as, of, users, isWritable]) =>
    command(`share(${as}, ${of}, ${users}, ${isWritable})`, async (model, tell) => {
      const form = share(users.join(','), String(isWritable));
      const told = await tell(as, `/shareDocument/${of}`, form);
      const document = touch(model, of);
      document.users = [...new Set([...document.users, ...users])];
      document.isWritable = isWritable;
      expect(told.status).toBe(200);
      expect(told.texts('documentId')).toEqual([of]);
      expect(told.texts('user')).toEqual(
        document.users.map((name) => (as === 'xml' ? escaped(`"${name}"`, as) : name)),
      );
    }),
  );

const cancel = fc.tuple(format, id, user).map(([as, of, emailid]) =>
  command(`cancel(${as}, ${of}, ${emailid})`, async (model, tell) => {
    const told = await tell(as, `/cancelsharing/${of}`, { emailid });
    const document = read(model, of);
    document.users = document.users.filter((name) => name !== emailid);
    expect([told.status, ...told.texts('documentId')]).toEqual([200, of]);
  }),
);

const details = fc.tuple(format, id).map(([as, of]) =>
  command(`details(${as}, ${of})`, async (model, tell) => {
    const told = await tell(as, `/share/${of}`);
    const { users, isWritable } = read(model, of);
    const access = String(users.length > 0 && isWritable);
    expect(told.texts('sharedto')).toEqual([listed(users, as)]);
    expect(told.texts('writepermission')).toEqual([
      as === 'xml' ? access.replace(/^./, (letter) => letter.toUpperCase()) : access,
    ]);
  }),
);

const info = fc.tuple(format, id).map(([as, of]) =>
  command(`info(${as}, ${of})`, async (model, tell) => {
    const told = await tell(as, `/info/${of}`);
    expect([told.status, ...told.texts('documentId')]).toEqual([200, of]);
    expect(told.texts('shared_users')).toEqual([listed(read(model, of).users, as)]);
  }),
);

const publish = fc.tuple(format, id, fc.boolean()).map(([as, of, isPublic]) =>
  command(`publish(${as}, ${of}, ${isPublic})`, async (model, tell) => {
    const told = await tell(as, `/${isPublic ? 'makePublic' : 'removePublic'}/${of}`, {});
    expect([told.status, ...told.texts('documentId')]).toEqual([200, of]);
    if (isPublic || model.has(of)) touch(model, of).isPublic = isPublic;
  }),
);

const positive = fc.integer({ min: 1, max: 6 });
const list = fc.tuple(format, fc.option(positive), fc.option(positive)).map(([as, start, limit]) =>
  command(`list(${as}, ${start}, ${limit})`, async (model, tell) => {
    const query = [
      ...(start === null ? [] : [`start-from=${start}`]),
      ...(limit === null ? [] : [`limit=${limit}`]),
    ].join('&');
    const told = await tell(as, `/publicdocuments${query && `?${query}`}`);
    const open = [...model].filter(([, { isPublic }]) => isPublic);
    const all = [
      { of: RESUME, users: '[]' },
      { of: LAPTOPS, users: '[]' },
      ...open.map(([of, { users }]) => ({ of, users: listed(users, as) })),
    ];
    const first = start ?? 1;
    expect(told.status).toBe(first > all.length ? 400 : 200);
    expect(told.texts('code')).toEqual(first > all.length ? ['1416'] : []);
    const page = all.slice(first - 1, first - 1 + (limit ?? LIMIT));
    expect(told.texts('documentId')).toEqual(page.map(({ of }) => of));
    expect(told.texts('shared_users')).toEqual(page.map(({ users }) => users));
  }),
);

const count = format.map((as) =>
  command(`count(${as})`, async (_, tell) => {
    expect((await tell(as, '/incomingdocuments/count')).texts('documentsCount')).toEqual(['12']);
  }),
);

/** Lets model and mock agree on random histories, each in a sandbox of its own. */
export async function checkHistories({ make, space, runs }: HistoryOptions): Promise<void> {
  const commands = fc.commands([shareWith, cancel, details, info, publish, list, count], {
    maxCommands: 18,
    // Small by default, which is five commands: too few to share, cancel and look.
    size: 'max',
  });
  const openAccount = openAccounts(make, space);
  const setup = () => ({ model: new Map<string, ModelDocument>(), real: openAccount() });
  await fc.assert(
    fc.asyncProperty(commands, (history) => fc.asyncModelRun(setup, history)),
    runs,
  );
}
