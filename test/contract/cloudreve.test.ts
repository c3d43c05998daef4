import { describe, expect, expectTypeOf, test } from 'vitest';
import { createCloudreveClient } from '../../src/clients/cloudreve.ts';
import type { Failure, ShareList } from '../../src/generated/cloudreve/types.ts';
import * as zod from '../../src/generated/cloudreve/zod.ts';
import { describeContract } from './harness/describe-contract.ts';
import { readFixture } from './harness/fixture.ts';

const { baseUrl, contract } = await describeContract({
  name: 'cloudreve',
  zod,
  createClient: (url) => createCloudreveClient({ baseUrl: url, token: 'x' }),
  expectRefusal: (status, text) => {
    if (status === 404) expect(text).toBe('404 page not found');
    else expect(JSON.parse(text)).toMatchObject({ code: expect.toSatisfy((code) => code !== 0) });
  },
});

const client = createCloudreveClient({ baseUrl, token: 'x' });

describe('cloudreve', () => {
  test('describes nineteen operations', () => {
    expect(contract.operations.map(({ id }) => id).sort()).toEqual([
      'createFileUrls',
      'createShare',
      'deleteShare',
      'deleteShares',
      'editShare',
      'finishTwoFactorSignIn',
      'getFileContent',
      'getFileInfo',
      'getShareInfo',
      'getUserInfo',
      'listFiles',
      'listMyShares',
      'listUserShares',
      'pingSite',
      'prepareSignIn',
      'refreshToken',
      'reportAbuse',
      'signIn',
      'signOut',
    ]);
  });

  test('listMyShares answers with the page of the provider', async () => {
    const { data } = await client.GET('/share', {
      params: { query: { page_size: 10 } },
      headers: { prefer: 'example=documented' },
    });
    expect(data).toEqual(JSON.parse(await readFixture('cloudreve-list-my-share-links.json')));
  });

  test('examples of files are what a running server answered', async () => {
    const recorded: Record<string, Record<string, unknown>> = JSON.parse(
      await readFixture('cloudreve-4.14.0-files.json'),
    );
    const examples = contract.operations.flatMap(({ id, responses }) =>
      responses.flatMap(({ content }) =>
        content.flatMap((media) =>
          media.examples
            .filter(({ key }) => recorded[id] !== undefined && key in recorded[id])
            .map(({ key, value }) => [id, key, value] as const),
        ),
      ),
    );
    expect(examples.length).toBe(Object.values(recorded).flatMap(Object.keys).length);
    for (const [id, key, value] of examples)
      expect([key, value]).toEqual([key, recorded[id]?.[key]]);
  });

  test('success and failure are told apart by their type', async () => {
    const { data: answer } = await client.GET('/share', { params: { query: { page_size: 10 } } });
    if (answer?.code !== 0) throw new Error('The mock answered with a failure.');
    expectTypeOf(answer.data).toEqualTypeOf<ShareList>();
    expect(answer.data.shares).toHaveLength(2);
  });

  test('a failure comes with HTTP 200', async () => {
    const stranger = createCloudreveClient({ baseUrl });
    const { data: answer, response } = await stranger.GET('/share', {
      params: { query: { page_size: 10 } },
    });
    expect(response.status).toBe(200);
    if (answer === undefined || answer.code === 0) throw new Error('The mock let a stranger in.');
    expectTypeOf(answer).toEqualTypeOf<Failure>();
    expect(answer).toMatchObject({ code: 401, msg: 'Login required' });
  });

  test.each([
    ['page_size=5', 'PageSize too short'],
    ['page_size=0', 'PageSize cannot be empty'],
    ['', 'PageSize cannot be empty'],
    ['page_size=101', 'PageSize too long'],
    ['page_size=ten', 'Parameter error'],
  ])('listMyShares with "%s" says "%s"', async (query, msg) => {
    const response = await fetch(`${baseUrl}/share?${query}`, {
      headers: { authorization: 'Bearer x' },
    });
    expect(await response.json()).toEqual({ code: 40001, msg });
  });

  test('a JSON body is read whatever its Content-Type says', async () => {
    const response = await fetch(`${baseUrl}/session/token/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{}',
    });
    expect(await response.json()).toEqual({ code: 40001, msg: 'RefreshToken cannot be empty' });
  });
});
