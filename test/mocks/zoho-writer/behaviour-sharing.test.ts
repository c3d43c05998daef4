import { describe, expect, test } from 'vitest';
import {
  FORM,
  FORMATS,
  type Format,
  OTHER,
  openAccount,
  SEARCH,
  SEARCH_IN_JSON,
  share,
} from './account.ts';

/** Text of a user in a list of elements. */
const named = (format: Format, ...users: string[]) =>
  users.map((user) => (format === 'xml' ? `"${user}"` : user));

describe.each(FORMATS)('shareDocument as %s', (format) => {
  test('shares with one or more users, separated by commas', async () => {
    const tell = openAccount();
    const one = await tell(format, `/shareDocument/${OTHER}`, share('mark'));
    expect(one.texts('user')).toEqual(named(format, 'mark'));
    const three = await tell(format, `/shareDocument/${OTHER}1`, share('ann, bob@example.com,cy'));
    expect(three.texts('documentId')).toEqual([`${OTHER}1`]);
    expect(three.texts('user')).toEqual(named(format, 'ann', 'bob@example.com', 'cy'));
  });

  test('answers all users that the document is now shared with, each once', async () => {
    const tell = openAccount();
    await tell(format, `/shareDocument/${OTHER}`, share('ann,bob'));
    const told = await tell(format, `/shareDocument/${OTHER}`, share('bob,cy,cy'));
    expect(told.texts('user')).toEqual(named(format, 'ann', 'bob', 'cy'));
  });

  test('puts quotation marks around users in XML alone', async () => {
    const { body } = await openAccount()(format, `/shareDocument/${OTHER}`, share('mark'));
    expect(JSON.stringify(body).includes('\\"mark\\"')).toBe(format === 'xml');
  });

  test('gives its access to all users of the document, in the letter case of the format', async () => {
    const tell = openAccount();
    const details = async (allowtowrite: string) => {
      await tell(format, `/shareDocument/${OTHER}`, share(`user-${allowtowrite}`, allowtowrite));
      return (await tell(format, `/share/${OTHER}`)).texts('writepermission');
    };
    const [yes, no] = format === 'xml' ? ['True', 'False'] : ['true', 'false'];
    expect(await details('true')).toEqual([yes]);
    expect(await details('false')).toEqual([no]);
  });

  test('takes the document from the path, whatever the form says of it, and the button', async () => {
    const tell = openAccount();
    const form = { ...share('mark'), documentId: FORM, submit: 'ShareDoc' };
    const told = await tell(format, `/shareDocument/${OTHER}`, form);
    expect(told.texts('documentId')).toEqual([OTHER]);
    expect((await tell(format, `/share/${FORM}`)).texts('sharedto')).toEqual([
      '[merrick, martha, simon]',
    ]);
  });

  test.each(['a,b[c', 'a,b]', 'a,\u0001', 'a,\uFFFF'])(
    'refuses users that no list can carry: %j',
    async (shareto) => {
      const tell = openAccount();
      const told = await tell(format, `/shareDocument/${OTHER}`, share(shareto));
      expect([told.status, ...told.texts('code')]).toEqual([400, '1400']);
      expect(told.texts('message')).toEqual(['Please provide a proper structured input.']);
      expect((await tell(format, `/share/${OTHER}`)).texts('sharedto')).toEqual(['[]']);
    },
  );

  test('refuses more users than it can keep', async () => {
    const users = Array.from({ length: 300_000 }, (_, index) => `u${index}`).join(',');
    const told = await openAccount()(format, `/shareDocument/${OTHER}`, share(users));
    expect([told.status, ...told.texts('code')]).toEqual([400, '1400']);
  });
});

describe.each(FORMATS)('cancelSharing as %s', (format) => {
  test('removes the one user that it names', async () => {
    const tell = openAccount();
    const told = await tell(format, `/cancelsharing/${SEARCH}`, { emailid: 'jaganath' });
    expect(told.texts('documentName')).toEqual(['Search']);
    const details = await tell(format, `/share/${SEARCH}`);
    expect(details.texts('sharedto')).toEqual(['[mark]']);
    expect(details.texts('writepermission')).toEqual([format === 'xml' ? 'True' : 'true']);
  });

  test('leaves no access behind with its last user', async () => {
    const tell = openAccount();
    for (const emailid of ['jaganath', 'mark']) {
      await tell(format, `/cancelsharing/${SEARCH}`, { emailid });
    }
    const details = await tell(format, `/share/${SEARCH}`);
    expect(details.texts('sharedto')).toEqual(['[]']);
    expect(details.texts('writepermission')).toEqual([format === 'xml' ? 'False' : 'false']);
  });

  test('answers alike for a user whom the document is not shared with', async () => {
    const tell = openAccount();
    const told = await tell(format, `/cancelsharing/${SEARCH}`, { emailid: 'martha' });
    expect([told.status, ...told.texts('documentId')]).toEqual([200, SEARCH]);
    expect((await tell(format, `/share/${SEARCH}`)).texts('sharedto')).toEqual([
      '[jaganath, mark]',
    ]);
  });
});

describe('getShareDetails', () => {
  test('names the sample document by its other id in JSON, and both ids lead to it', async () => {
    const tell = openAccount();
    for (const id of [SEARCH, SEARCH_IN_JSON]) {
      expect((await tell('json', `/share/${id}`)).texts('documentId')).toEqual([SEARCH_IN_JSON]);
      expect((await tell('xml', `/share/${id}`)).texts('documentId')).toEqual([id]);
    }
    const told = await tell('json', `/shareDocument/${SEARCH_IN_JSON}`, share('ann'));
    expect(told.texts('documentId')).toEqual([SEARCH_IN_JSON]);
    expect((await tell('xml', `/share/${SEARCH}`)).texts('sharedto')).toEqual([
      '[jaganath, mark, ann]',
    ]);
  });

  test.each(FORMATS)(
    'answers an empty list of readers for an unshared document, as %s',
    async (format) => {
      const told = await openAccount()(format, `/share/${OTHER}`);
      expect(told.status).toBe(200);
      expect(told.texts('documentId')).toEqual([OTHER]);
      expect(told.texts('sharedto')).toEqual(['[]']);
      expect(told.texts('writepermission')).toEqual([format === 'xml' ? 'False' : 'false']);
    },
  );
});
