import { afterAll, describe, expect, expectTypeOf, test } from 'vitest';
import { createCloudreveClient } from '../../../src/clients/cloudreve.ts';
import type { FilePage, FileUrls, Share } from '../../../src/generated/cloudreve/types.ts';
import { startOwnMock } from '../../support/own-mock.ts';
import { PASSWORD } from './cloudreve-mock.ts';

const mock = await startOwnMock('cloudreve');
afterAll(mock.close);
const { baseUrl } = mock;
const stranger = createCloudreveClient({ baseUrl });

describe('a stranger with a share link', () => {
  test('opens it, gives its password, sees its file, downloads to its limit and finds it expired', async () => {
    const owner = await signIn('luke@skywalker.com');
    const link = unwrap(
      await owner.PUT('/share', {
        body: {
          uri: 'cloudreve://my/%E6%96%B0%E6%96%87%E4%BB%B62.txt',
          is_private: true,
          password: 'Pass1',
          downloads: 2,
        },
      }),
    );

    // The link without its password leads to the share in the front end, which finds it locked.
    const opened = await fetch(link.replace(/\/Pass1$/, ''), { redirect: 'manual' });
    expect(opened.status).toBe(302);
    const home = new URL(opened.headers.get('location') ?? '', link);
    const uri = home.searchParams.get('path') ?? '';
    const id = /^cloudreve:\/\/(\w+)@share$/.exec(uri)?.[1] ?? '';
    const path = { id };
    const locked = unwrap(await stranger.GET('/share/info/{id}', { params: { path } }));
    expectTypeOf(locked).toEqualTypeOf<Share>();
    expect(locked).toMatchObject({ unlocked: false, password_protected: true });
    const refused = await stranger.GET('/file', { params: { query: { uri } } });
    expect(refused.data).toMatchObject({ code: 40069, msg: 'Incorrect share password' });

    // With the password it has a single file.
    const root = `cloudreve://${id}:Pass1@share`;
    const page = unwrap(await stranger.GET('/file', { params: { query: { uri: root } } }));
    expectTypeOf(page).toEqualTypeOf<FilePage>();
    expect(page.single_file_view).toBe(true);
    expect(page.files).toMatchObject([{ name: '新文件2.txt', type: 0 }]);
    const [{ path: file, size } = { path: '', size: 0 }] = page.files;
    expect(size).toBeGreaterThan(0);
    const query = { uri: file };
    expect(unwrap(await stranger.GET('/file/info', { params: { query } }))).toEqual(page.files[0]);

    // It may be downloaded twice, by an address and by a redirect to one.
    const open = { params: { path, query: { password: 'Pass1' } } };
    const left = async () => unwrap(await stranger.GET('/share/info/{id}', open)).remain_downloads;
    expect(await left()).toBe(2);
    const urls = unwrap(
      await stranger.POST('/file/url', { body: { uris: [file], download: true } }),
    );
    expectTypeOf(urls).toEqualTypeOf<FileUrls>();
    const content = await fetch(urls.urls[0]?.url ?? '');
    expect(content.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(content.headers.get('content-disposition')).toContain("filename*=UTF-8''");
    expect((await content.arrayBuffer()).byteLength).toBe(size);
    expect(await left()).toBe(1);
    const redirected = await fetch(`${baseUrl}/file/url`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ uris: [file], redirect: true }),
    });
    expect(redirected.redirected).toBe(true);
    expect((await redirected.arrayBuffer()).byteLength).toBe(size);

    // After that it has expired for everybody, and its owner sees why.
    const { data: third } = await stranger.POST('/file/url', { body: { uris: [file] } });
    expect(third).toMatchObject({
      code: 40081,
      aggregated_error: { [file]: { code: 404, msg: 'Shared file does not exist' } },
    });
    const gone = await stranger.GET('/share/info/{id}', { params: { path } });
    expect(gone.data).toMatchObject({ code: 404, msg: 'Share link expired' });
    expect((await fetch(home)).status).toBe(404);
    const { shares } = unwrap(
      await owner.GET('/share', { params: { query: { page_size: 10, order_direction: 'desc' } } }),
    );
    expect(shares?.[0]).toMatchObject({ id, expired: true, downloaded: 2, remain_downloads: 0 });
  });
});

async function signIn(email: string) {
  const answer = await stranger.POST('/session/token', { body: { email, password: PASSWORD } });
  if (answer.data?.code !== 0) throw new Error('The sign-in failed.');
  return createCloudreveClient({ baseUrl, token: answer.data.data.token.access_token });
}

type Answered = { readonly code: number };
type Success = { readonly code: 0; readonly data: unknown };

/** Returns the data of a successful answer. */
function unwrap<Answer extends Answered>(result: {
  readonly data?: Answer;
}): Extract<Answer, Success>['data'] {
  const { data: answer } = result;
  if (answer === undefined || !isSuccess(answer)) throw new Error(JSON.stringify(answer));
  return answer.data;
}

function isSuccess<Answer extends Answered>(answer: Answer): answer is Extract<Answer, Success> {
  return answer.code === 0;
}
