import { describe, expect, test } from 'vitest';
import type { FileRow } from '../../../mocks/cloudreve/tables.ts';
import type { AskOptions } from '../../support/sandbox-mock.ts';
import { asAdmin, bearer, failure, HOUR } from './cloudreve-mock.ts';
import {
  asAlice,
  asBob,
  asNobody,
  fileOf,
  recorded,
  recordedMock,
  shareOf,
  target,
  userOf,
} from './recorded-world.ts';

const LIST = 'GET /file?uri=cloudreve://my';
const INFO = 'GET /file/info?uri=cloudreve://my/a';
const list = (uri: string, query = '') => target('/file', uri, query);
const info = (uri: string, query = '') => target('/file/info', uri, query);
const SHARE = 'cloudreve://BQUP@share';
const anyUuid = expect.stringMatching(/^[\da-f-]{36}$/);

describe('listFiles', () => {
  test.each<[example: string, uri: string, who: AskOptions, query?: string]>([
    ['shared-folder', SHARE, asNobody, '&page_size=20'],
    ['shared-folder', SHARE, asBob, '&page_size=20'],
    ['shared-folder-owned', SHARE, asAlice, '&page_size=20'],
    ['private-share', 'cloudreve://g6sp:Pw1@share', asNobody],
    ['below-share', `${SHARE}/Sub`, asNobody],
    ['below-share', `${SHARE}/Sub/`, asNobody],
    ['below-share', 'CLOUDREVE://BQUP@share//Sub/Deep/%2E.', asNobody],
    ['single-file', 'cloudreve://qlSa@share', asNobody],
  ])('answers the recorded %s for %s', async (example, uri, who, query) => {
    const mock = recordedMock();
    const { data } = await recorded(mock, LIST, example);
    const answer = await mock.call(list(uri, query), who);
    expect(answer).toEqual({ code: 0, data: { ...data, context_hint: anyUuid }, msg: '' });
    expect(JSON.stringify(answer.data.files)).toBe(JSON.stringify(data.files));
    expect(Object.keys(answer.data)).toEqual(Object.keys(data));
  });

  test.each<[what: string, uri: string, who: AskOptions, code: number, msg: string]>([
    ['no password', 'cloudreve://g6sp@share', asBob, 40069, 'Incorrect share password'],
    ['a wrong password', 'cloudreve://g6sp:x@share', asNobody, 40069, 'Incorrect share password'],
    ['another case', 'cloudreve://g6sp:pw1@share', asNobody, 40069, 'Incorrect share password'],
    ['the owner', 'cloudreve://g6sp@share', asAlice, 40069, 'Incorrect share password'],
    ['an unknown share', 'cloudreve://zzzzz@share', asNobody, 404, 'Shared file does not exist'],
    ['no share', 'cloudreve://share', asNobody, 404, 'Shared file does not exist'],
    ['a user for a share', 'cloudreve://qLsR@share', asBob, 404, 'Shared file does not exist'],
    ['a missing path', `${SHARE}/nope`, asNobody, 40016, 'Path not exist'],
    ['a path below a file', `${SHARE}/a.txt/b`, asNobody, 40016, 'Path not exist'],
    ['a file', `${SHARE}/a.txt`, asNobody, 40016, 'Path not exist'],
    [
      'a sibling of the only file',
      'cloudreve://qlSa@share/Docs',
      asNobody,
      40016,
      'Path not exist',
    ],
    ['a path below it', 'cloudreve://qlSa@share/Docs/a.txt', asNobody, 40016, 'Path not exist'],
    ['own files of nobody', 'cloudreve://my', asNobody, 401, 'Login required'],
    ['files of others', 'cloudreve://qLsR@my/Docs', asBob, 403, 'Permission denied'],
    [
      'files of others for administrators',
      'cloudreve://qLsR@my',
      asAdmin,
      403,
      'Permission denied',
    ],
    ['the trash', 'cloudreve://trash', asAlice, 403, 'Not supported action'],
    ['another file system', 'cloudreve://yours', asAlice, -1, ''],
    ['another scheme', 'https://my/', asAlice, 40001, 'unknown uri'],
    ['what is no URI', 'cloudreve://my/%zz', asAlice, 40001, 'unknown uri'],
  ])('refuses %s', async (_what, uri, who, code, msg) => {
    expect(await recordedMock().call(list(uri), who)).toEqual(failure(code, msg));
  });

  test('refuses a share from the moment of its expiry on', async () => {
    const expires = '2025-06-10T17:16:39+08:00';
    const mock = recordedMock({ shares: [shareOf('eXp1', '/Docs', { expires })] });
    const request = list('cloudreve://eXp1@share');
    mock.advance(HOUR - 1);
    expect((await mock.call(request, asNobody)).code).toBe(0);
    mock.advance(1);
    expect(await mock.call(request, asNobody)).toEqual(failure(404, 'Shared file does not exist'));
  });

  test('refuses a deleted share, and one whose file is in the trash', async () => {
    const { call } = recordedMock({
      files: [fileOf('Docs', { source_type: 1, is_trashed: true })],
    });
    expect((await call(list(SHARE), asNobody)).code).toBe(404);
    const other = recordedMock();
    await other.call('DELETE /share/BQUP', asAlice);
    expect((await other.call(list(SHARE), asNobody)).code).toBe(404);
  });

  test('refuses a group that may not open the shares of others', async () => {
    const users = [userOf('wEak', 'weak', '2025-01-01T00:00:00Z', 'BA==')];
    const shares = [shareOf('oWn1', '/Docs', { owner: 'wEak' })];
    const { call } = recordedMock({ users, shares });
    const asWeak = bearer({ sub: 'wEak' });
    const msg = "You don't have permission to access share links";
    expect(await call(list(SHARE), asWeak)).toEqual(failure(403, msg));
    expect((await call(list('cloudreve://oWn1@share'), asWeak)).code).toBe(0);
  });

  test('ignores a password that the share does not have', async () => {
    const { data } = await recordedMock().call(list('cloudreve://BQUP:a%40b@share'), asNobody);
    expect(data.parent.path).toBe('cloudreve://BQUP:a%40b@share/');
  });

  test('lists own files with what belongs to the owner', async () => {
    const { data } = await recordedMock().call(list('cloudreve://my/Docs'), asAlice);
    expect(data.parent).toMatchObject({ path: 'cloudreve://my/Docs', shared: true, owned: true });
    expect(data.files.map(({ path }: FileRow & { path: string }) => path)).toEqual([
      'cloudreve://my/Docs/Sub',
      'cloudreve://my/Docs/a.txt',
    ]);
    expect(data.props.capability).toBe('w8edAQ==');
    expect(data.view).toEqual({ page_size: 100, view: 'grid', thumbnail: true });
  });

  test('lists the root of own files', async () => {
    const { data } = await recordedMock().call(list('cloudreve://qLsR@my'), asAlice);
    expect(data.parent).toMatchObject({ id: 'qQUP', name: '', path: 'cloudreve://qLsR@my/' });
    expect(namesOf(data)).toEqual(['Docs', 'report.pdf']);
  });

  test('gives a file without a row of its own the same ids each time', async () => {
    const mock = recordedMock({ files: [fileOf('Docs/new.bin', { size: 3 })] });
    const find = async () => {
      const { data } = await mock.call(list(SHARE), asNobody);
      return data.files.at(-1);
    };
    const file = await find();
    expect(file).toMatchObject({ id: expect.stringMatching(/^[A-Za-z0-9]{6}$/), size: 3 });
    expect(file.created_at).toBe('2026-11-29T14:04:21.764469167Z');
    expect(new Set([file.id, file.primary_entity, '2Au4']).size).toBe(3);
    expect(await find()).toEqual(file);
  });

  test('leaves out what is in the trash, and all below it', async () => {
    const trashed = fileOf('Docs/Sub', { source_type: 1, is_trashed: true });
    for (const closedWorld of [true, false]) {
      const { call } = recordedMock({ files: [trashed] }, { closedWorld });
      expect(namesOf((await call(list(SHARE), asNobody)).data)).toEqual(['a.txt']);
      expect((await call(list(`${SHARE}/Sub/Deep`), asNobody)).code).toBe(40016);
    }
  });

  describe('in an open world', () => {
    const open = { closedWorld: false };

    test('finds unknown folders empty, and unknown files', async () => {
      const { call } = recordedMock({}, open);
      expect(namesOf((await call(list(`${SHARE}/any/folder`), asNobody)).data)).toEqual([]);
      expect((await call(info(`${SHARE}/any/file.txt`), asNobody)).data.type).toBe(0);
    });

    test('shows a folder that only the URI of a file in it names', async () => {
      const files = [fileOf('Docs/x/y/1.txt'), fileOf('Docs/x/2.txt')];
      const { call } = recordedMock({ files }, open);
      expect(namesOf((await call(list(SHARE), asNobody)).data)).toEqual(['Sub', 'x', 'a.txt']);
      expect(namesOf((await call(list(`${SHARE}/x`), asNobody)).data)).toEqual(['y', '2.txt']);
      const closed = recordedMock({ files });
      expect(namesOf((await closed.call(list(SHARE), asNobody)).data)).toEqual(['Sub', 'a.txt']);
    });
  });

  describe('sorts', () => {
    const at = (day: number) => `2025-06-0${day}T00:00:00Z`;
    const files = [
      fileOf('Docs/b', { size: 1, created_at: at(1), updated_at: at(9) }),
      fileOf('Docs/c', { size: 3, created_at: at(2), updated_at: at(3) }),
      fileOf('Docs/a', { size: 2, created_at: at(4) }),
    ];

    test.each([
      ['', ['Sub', 'a.txt', 'b', 'c', 'a']],
      ['&order_direction=asc', ['Sub', 'a.txt', 'b', 'c', 'a']],
      ['&order_direction=desc', ['Sub', 'a', 'c', 'b', 'a.txt']],
      ['&order_by=name', ['Sub', 'a', 'a.txt', 'b', 'c']],
      ['&order_by=name&order_direction=desc', ['Sub', 'c', 'b', 'a.txt', 'a']],
      ['&order_by=size', ['Sub', 'a.txt', 'b', 'a', 'c']],
      ['&order_by=size&order_direction=desc', ['Sub', 'c', 'a', 'b', 'a.txt']],
      ['&order_by=updated_at', ['Sub', 'c', 'a', 'b', 'a.txt']],
      ['&order_by=created_at', ['Sub', 'a.txt', 'b', 'c', 'a']],
      ['&order_by=constructor&order_direction=bar', ['Sub', 'a.txt', 'b', 'c', 'a']],
    ])('with "%s"', async (query, names) => {
      const { call } = recordedMock({ files });
      expect(namesOf((await call(list(SHARE, query), asNobody)).data)).toEqual(names);
    });
  });

  describe('pages', () => {
    const files = Array.from({ length: 5 }, (_, index) => fileOf(`Docs/${index}`, { size: index }));

    test('through a folder in any order', async () => {
      const { call } = recordedMock({ files });
      const names: string[] = [];
      let token = '';
      do {
        const query = `&page_size=3&order_by=size&order_direction=desc&next_page_token=${token}`;
        const { data } = await call(list(SHARE, query), asNobody);
        expect(data.pagination).toMatchObject({ page: 0, page_size: 3, is_cursor: true });
        names.push(...namesOf(data));
        token = encodeURIComponent(data.pagination.next_token ?? '');
      } while (token !== '');
      expect(names).toEqual(['Sub', '4', '3', '2', '1', '0', 'a.txt']);
    });

    test.each([
      ['', 100],
      ['&page_size=0', 100],
      ['&page_size=-1', 100],
      ['&page_size=2001', 2000],
      ['&page_size=7', 7],
    ])('of the size in "%s"', async (query, size) => {
      const { data } = await recordedMock({ files }).call(list(SHARE, query), asNobody);
      expect(data.pagination.page_size).toBe(size);
      expect(data.pagination).not.toHaveProperty('next_token');
    });

    test('not with a cursor that it did not give', async () => {
      const answer = await recordedMock().call(list(SHARE, '&next_page_token=x'), asNobody);
      expect(answer).toEqual(failure(-1, ''));
    });
  });

  test.each([
    ['GET /file', 'Uri cannot be empty'],
    ['GET /file?uri=', 'Uri cannot be empty'],
    ['GET /file?uri=cloudreve://my&page_size=x', 'Parameter error'],
    ['GET /file?uri=cloudreve://my&page=-1', 'Page too short'],
  ])('answers "%s" with %s', async (request, msg) => {
    expect(await recordedMock().call(request, asAlice)).toEqual({ code: 40001, msg });
  });
});

describe('getFileInfo', () => {
  test.each<[example: string, uri: string, who: AskOptions, query?: string]>([
    ['in-share', `${SHARE}/a.txt`, asNobody],
    ['in-share', `${SHARE}/a.txt`, asBob],
    ['own-shared-folder', 'cloudreve://my/Docs', asAlice, '&extended=true'],
  ])('answers the recorded %s', async (example, uri, who, query) => {
    const mock = recordedMock();
    const expected = await recorded(mock, INFO, example);
    const answer = await mock.call(info(uri, query), who);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(expected));
  });

  test('shows the single file of a share', async () => {
    const { data } = await recordedMock().call(info('cloudreve://qlSa@share/report.pdf'), asBob);
    expect(data).toMatchObject({ id: '9mfW', path: 'cloudreve://qlSa@share/report.pdf' });
  });

  test('tells visitors no share links', async () => {
    const request = info('cloudreve://qlSa@share/report.pdf', '&extended=true');
    const { data } = await recordedMock().call(request, asBob);
    expect(Object.keys(data.extended_info)).toEqual(['storage_used', 'entities']);
  });

  test('shows the content of a file that has some', async () => {
    const uri = 'cloudreve://my/report.pdf';
    const { data } = await recordedMock().call(info(uri, '&extended=true'), asAlice);
    expect(data.extended_info).toMatchObject({
      storage_used: 2048,
      shares: [{ id: 'qlSa', remain_downloads: 2 }],
      entities: [{ id: 'l7U5', size: 2048, type: 0, created_by: { id: 'qLsR' } }],
    });
  });

  test.each<[who: string, options: AskOptions]>([
    ['the owner', asAlice],
    ['an administrator', asAdmin],
  ])('sums up a folder for %s', async (_who, options) => {
    const files = [fileOf('Docs/Sub/c', { size: 7 }), fileOf('Docs/Sub/d', { is_trashed: true })];
    const { call } = recordedMock({ files });
    const { data } = await call(info(`${SHARE}/Sub`, '&folder_summary=true'), options);
    expect(data.folder_summary).toEqual({
      size: 7,
      files: 2,
      folders: 1,
      completed: true,
      calculated_at: '2025-06-10T16:16:39+08:00',
    });
  });

  test('sums up nothing of a file', async () => {
    const { data } = await recordedMock().call(
      info(`${SHARE}/a.txt`, '&folder_summary=true'),
      asBob,
    );
    expect(data).not.toHaveProperty('folder_summary');
  });

  test.each<[what: string, request: string, who: AskOptions, code: number, msg: string]>([
    [
      'a summary to others',
      info(`${SHARE}/Sub`, '&folder_summary=true'),
      asNobody,
      40082,
      'Only owner or administrator can perform this action',
    ],
    ['the root of a share', info(SHARE), asNobody, 403, 'Not supported action'],
    ['the root of own files', info('cloudreve://my'), asAlice, 403, 'Not supported action'],
    [
      'no password',
      info('cloudreve://g6sp@share/a.txt'),
      asAlice,
      40069,
      'Incorrect share password',
    ],
    ['a missing path', info(`${SHARE}/nope`), asNobody, 40016, 'Path not exist'],
    ['an empty URI', 'GET /file/info?uri=', asNobody, 40001, 'uri is required'],
    ['no URI', 'GET /file/info', asNobody, 40001, 'uri is required'],
    ['another scheme', info('x://a'), asNobody, 40001, 'unknown uri'],
  ])('refuses %s', async (_what, request, who, code, msg) => {
    expect(await recordedMock().call(request, who)).toEqual(failure(code, msg));
  });
});

function namesOf({ files }: { readonly files: readonly { readonly name: string }[] }): string[] {
  return files.map(({ name }) => name);
}
