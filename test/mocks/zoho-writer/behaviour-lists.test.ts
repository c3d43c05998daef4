import { describe, expect, test } from 'vitest';
import { FORMATS, LAPTOPS, OTHER, openAccount, RESUME, SEARCH, share, WELCOME } from './account.ts';

/** Number of incoming documents in a fresh sandbox. */
const LENGTH = 12;

describe.each([
  ['listIncomingDocuments', '/incomingdocuments'],
  ['listPublicDocuments', '/publicdocuments'],
])('%s', (name, path) => {
  describe.each(FORMATS)('as %s', (format) => {
    /** Account with as many public documents as incoming ones. */
    const openFull = async () => {
      const tell = openAccount();
      for (let count = 2; name === 'listPublicDocuments' && count < LENGTH; count += 1) {
        await tell(format, `/makePublic/${count}`, {});
      }
      const all = (await tell(format, path)).texts('documentId');
      expect(all).toHaveLength(LENGTH);
      return { tell, all };
    };

    test.each([
      ['start-from=3', 2, 12],
      ['limit=5', 0, 5],
      ['start-from=3&limit=1', 2, 3],
      ['start-from=11&limit=100', 10, 12],
      ['start-from=12', 11, 12],
      ['start-from=1&limit=100', 0, 12],
    ])('counts the items of ?%s from 1', async (query, from, to) => {
      const { tell, all } = await openFull();
      const told = await tell(format, `${path}?${query}`);
      expect(told.texts('documentId')).toEqual(all.slice(from, to));
    });

    test('refuses a start beyond its end with 1416', async () => {
      const { tell } = await openFull();
      const told = await tell(format, `${path}?start-from=13`);
      expect([told.status, ...told.texts('code')]).toEqual([400, '1416']);
      expect(told.texts('message')).toEqual(['Requested Range Not Satisfied']);
    });

    test.each(['start-from=0', 'start-from=-1', 'start-from=x', 'limit=0', 'limit=101'])(
      'refuses ?%s with 1400',
      async (query) => {
        const told = await openAccount()(format, `${path}?${query}`);
        expect([told.status, ...told.texts('code')]).toEqual([400, '1400']);
      },
    );
  });
});

describe.each(FORMATS)('listIncomingDocuments as %s', (format) => {
  test('shows sharing that came after', async () => {
    const tell = openAccount();
    await tell(format, `/shareDocument/${WELCOME}`, share('ann,bob'));
    const first = await tell(format, '/incomingdocuments?limit=1');
    expect(first.texts('shared_users')).toEqual(['[ann, bob]']);
    expect(first.texts('writePermission')).toEqual(['true']);
  });
});

describe.each(FORMATS)('makePublic and removePublic as %s', (format) => {
  test('put a document into the list of public ones and take it out', async () => {
    const tell = openAccount();
    const listed = async () => (await tell(format, '/publicdocuments')).texts('documentId');
    const opened = await tell(format, `/makePublic/${SEARCH}`, {
      allowcomment: 'true',
      showcomment: 'true',
      submit: 'makePublic',
    });
    expect(opened.texts('documentId')).toEqual([SEARCH]);
    expect(opened.texts('documentName')).toEqual(['Search']);
    expect(await listed()).toEqual([RESUME, LAPTOPS, SEARCH]);
    const closed = await tell(format, `/removePublic/${SEARCH}`, {});
    expect(closed.texts('documentId')).toEqual([SEARCH]);
    expect(await listed()).toEqual([RESUME, LAPTOPS]);
  });

  test('answer alike the second time', async () => {
    const tell = openAccount();
    for (const [method, length] of [
      ['makePublic', 3],
      ['removePublic', 2],
    ] as const) {
      const answers = [
        await tell(format, `/${method}/${OTHER}`, {}),
        await tell(format, `/${method}/${OTHER}`, {}),
      ];
      expect(answers[1]).toMatchObject({ status: 200, body: answers[0]?.body });
      expect((await tell(format, '/publicdocuments')).texts('documentId')).toHaveLength(length);
    }
  });

  test('leave an empty list, which has no start but the first', async () => {
    const tell = openAccount();
    for (const id of [RESUME, LAPTOPS]) await tell(format, `/removePublic/${id}`, {});
    const empty = await tell(format, '/publicdocuments?start-from=1');
    const sample = await tell(format, '/publicdocuments', undefined, { prefer: 'example=empty' });
    expect(empty.texts('documentId')).toEqual([]);
    expect(empty.status).toBe(200);
    if (format === 'json') expect(empty.body).toEqual(sample.body);
    expect((await tell(format, '/publicdocuments?start-from=2')).texts('code')).toEqual(['1416']);
  });

  test('leave private sharing as it is', async () => {
    const tell = openAccount();
    await tell(format, `/makePublic/${SEARCH}`, {});
    await tell(format, `/removePublic/${SEARCH}`, {});
    expect((await tell(format, `/share/${SEARCH}`)).texts('sharedto')).toEqual([
      '[jaganath, mark]',
    ]);
  });
});
