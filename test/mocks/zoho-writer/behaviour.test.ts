import { describe, expect, test } from 'vitest';
import {
  FORM,
  FORMATS,
  LAPTOPS,
  OTHER,
  openAccount,
  RESUME,
  SEARCH,
  SEARCH_IN_JSON,
  share,
  WELCOME,
} from './account.ts';

/** Documented XML without the white space between its elements, or JSON as it is. */
const compact = (body: unknown) =>
  typeof body === 'string' ? body.replace(' ?>', '?>').replaceAll(/>\s+</g, '><').trim() : body;

describe.each(FORMATS)('a fresh sandbox as %s', (format) => {
  test.each<[operation: string, path: string, form: Record<string, string> | undefined]>([
    ['getShareDetails', `/share/${SEARCH}`, undefined],
    ['shareDocument', `/shareDocument/${FORM}`, share('merrick,martha,simon')],
    ['cancelSharing', `/cancelsharing/${FORM}`, { emailid: 'merrick' }],
    ['countIncomingDocuments', '/incomingdocuments/count', undefined],
    ['removePublic', `/removePublic/${LAPTOPS}`, { allowcomment: 'false', showcomment: 'false' }],
    ['getDocumentInfo', `/info/${RESUME}`, undefined],
    ['makePublic', `/makePublic/${LAPTOPS}`, {}],
  ])('answers the sample of %s', async (operation, path, form) => {
    const isInferred =
      operation === 'makePublic' || `${operation} ${format}` === 'getDocumentInfo json';
    const prefer = `example=${isInferred ? 'inferred' : 'documented'}`;
    const sample = await openAccount()(format, path, form, { prefer });
    const told = await openAccount()(format, path, form);
    expect(told.status).toBe(200);
    expect(compact(told.body)).toEqual(compact(sample.body));
  });

  test('lists the sample documents of listIncomingDocuments first, and as many as are counted', async () => {
    const tell = openAccount();
    const sample = await tell(format, '/incomingdocuments', undefined, {
      prefer: 'example=inferred',
    });
    const first = await tell(format, '/incomingdocuments?limit=2');
    expect(compact(first.body)).toEqual(compact(sample.body));
    const ids = (await tell(format, '/incomingdocuments')).texts('documentId');
    expect(new Set(ids).size).toBe(12);
    expect((await tell(format, '/incomingdocuments/count')).texts('documentsCount')).toEqual([
      '12',
    ]);
  });

  test('lists the sample document of listPublicDocuments first, then that of removePublic', async () => {
    const tell = openAccount();
    const sample = await tell(format, '/publicdocuments', undefined, {
      prefer: 'example=inferred',
    });
    const first = await tell(format, '/publicdocuments?limit=1');
    expect(compact(first.body)).toEqual(compact(sample.body));
    expect((await tell(format, '/publicdocuments')).texts('documentId')).toEqual([RESUME, LAPTOPS]);
  });
});

describe.each(FORMATS)('getDocumentInfo as %s', (format) => {
  test('shows the users of a document in brackets', async () => {
    const told = await openAccount()(format, `/info/${SEARCH}`);
    expect(told.texts('shared_users')).toEqual(['[jaganath, mark]']);
    expect(told.texts('documentName')).toEqual(['Search']);
  });

  test('knows a document that nobody created, unshared and of the owner', async () => {
    const tell = openAccount();
    const told = await tell(format, `/info/${OTHER}`);
    expect(told.status).toBe(200);
    expect(told.texts('documentId')).toEqual([OTHER]);
    expect(told.texts('shared_users')).toEqual(['[]']);
    expect(told.texts('authorName')).toEqual(
      (await tell(format, '/incomingdocuments/count')).texts('ownerName'),
    );
    expect((await tell(format, '/publicdocuments')).texts('documentId')).not.toContain(OTHER);
  });

  test('answers under the id that was asked for, where a document has two', async () => {
    const told = await openAccount()(format, `/info/${SEARCH_IN_JSON}`);
    expect(told.texts('documentId')).toEqual([SEARCH_IN_JSON]);
    expect(told.texts('documentName')).toEqual(['Search']);
  });

  test('gives the last change as the time of creation where that is unknown', async () => {
    const tell = openAccount();
    const [changed] = (await tell(format, '/incomingdocuments?limit=1')).texts('lastModifiedTime');
    expect((await tell(format, `/info/${WELCOME}`)).texts('created_date')).toEqual([changed]);
  });
});

describe('zoho-writer', () => {
  test('has one state behind both formats', async () => {
    const tell = openAccount();
    await tell('json', `/shareDocument/${OTHER}`, share('ann'));
    await tell('xml', `/shareDocument/${OTHER}`, share('bob'));
    await tell('json', `/makePublic/${OTHER}`, {});
    expect((await tell('xml', `/share/${OTHER}`)).texts('sharedto')).toEqual(['[ann, bob]']);
    expect((await tell('json', `/share/${OTHER}`)).texts('sharedto')).toEqual(['[ann, bob]']);
    expect((await tell('xml', '/publicdocuments')).texts('documentId')).toContain(OTHER);
  });

  const documentCalls: readonly [path: string, form: Record<string, string> | undefined][] = [
    ['/share', undefined],
    ['/shareDocument', share('ann')],
    ['/cancelsharing', { emailid: 'ann' }],
    ['/makePublic', {}],
    ['/removePublic', {}],
    ['/info', undefined],
  ];

  test.each(
    FORMATS.flatMap((format) => documentCalls.map(([path, form]) => ({ format, path, form }))),
  )(
    'knows the sample documents alone in a closed world: $format $path',
    async ({ format, path, form }) => {
      const tell = openAccount({ closedWorld: true });
      const told = await tell(format, `${path}/${OTHER}`, form);
      expect([told.status, ...told.texts('code')]).toEqual([404, '1404']);
      expect(told.texts('message')).toEqual(['Document not found']);
      for (const id of [SEARCH, SEARCH_IN_JSON, FORM, LAPTOPS, RESUME]) {
        expect((await tell(format, `${path}/${id}`, form)).status).toBe(200);
      }
    },
  );

  test.each(FORMATS)(
    'accepts no ticket but the configured ones where authentication is strict, as %s',
    async (format) => {
      const refused = await openAccount({ strictAuth: true, credentials: new Set(['x']) })(
        format,
        `/info/${RESUME}`,
      );
      expect([refused.status, ...refused.texts('code')]).toEqual([401, '1401']);
      expect(refused.texts('message')).toEqual(['Ticket authentication failed']);
      const accepted = openAccount({ strictAuth: true, credentials: new Set(['y']) });
      expect((await accepted(format, `/info/${RESUME}`)).status).toBe(200);
      expect((await openAccount()(format, `/info/${RESUME}`)).status).toBe(200);
    },
  );

  test.each(FORMATS)(
    'answers with the path of the request, without host and query, as %s',
    async (format) => {
      const { body } = await openAccount()(format, `/info/${RESUME}?x=1`);
      const [, uri] =
        /"?uri"?[:=]"([^"]*)"/.exec(format === 'xml' ? body : JSON.stringify(body)) ?? [];
      expect(uri).toBe(`/api/private/${format}/info/${RESUME}`);
    },
  );
});
