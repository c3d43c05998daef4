import { describe, expect, expectTypeOf, test } from 'vitest';
import { createCregoClient } from '../../src/clients/crego.ts';
import type { ErrorDetail, Share, SharePage } from '../../src/generated/crego/types.ts';
import * as zod from '../../src/generated/crego/zod.ts';
import { describeContract } from './harness/describe-contract.ts';
import { readFixture } from './harness/fixture.ts';

const { baseUrl, contract } = await describeContract({
  name: 'crego',
  zod,
  createClient: (url) => createCregoClient({ baseUrl: url, token: 'x' }),
  expectRefusal: (status, text) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(Object.values(JSON.parse(text)).flat()).toEqual([expect.any(String)]);
  },
});

const client = createCregoClient({ baseUrl, token: 'x' });
const params = { path: { document_id: '01JVVJNAVTB19FN3F7W1NHBPT6' } };

describe('crego', () => {
  test('describes six operations', () => {
    expect(contract.operations.map(({ id, provenance }) => `${id} ${provenance?.level}`)).toEqual([
      'listShares documented',
      'createShare documented',
      'getShare inferred',
      'updateShare inferred',
      'deleteShare inferred',
      'previewShare assumed',
    ]);
  });

  test('listShares answers with the page of the provider', async () => {
    const { data, error } = await client.GET('/documents/{document_id}/shares/', { params });
    expect(data).toEqual(JSON.parse(await readFixture('crego-list-shared-documents.json')));
    expectTypeOf(data).toEqualTypeOf<SharePage | undefined>();
    expectTypeOf(error).extract<ErrorDetail>().toEqualTypeOf<ErrorDetail>();
  });

  test('createShare takes and answers the payloads of the provider', async () => {
    const body: { expires_at: string } = JSON.parse(
      await readFixture('crego-share-document-request.json'),
    );
    const { data, response } = await client.POST('/documents/{document_id}/shares/', {
      params,
      body,
      headers: { prefer: 'example=documented' },
    });
    expect(response.status).toBe(201);
    expect(data).toEqual(JSON.parse(await readFixture('crego-share-document.json')));
    expectTypeOf(data).toEqualTypeOf<Share | undefined>();
  });

  test('previewShare needs no token', async () => {
    const stranger = createCregoClient({ baseUrl });
    const list = await client.GET('/documents/{document_id}/shares/', { params });
    const path = { token: list.data?.results[0]?.token ?? '' };
    const { response } = await stranger.GET('/shares/{token}/preview/', { params: { path } });
    expect(response.status).toBe(200);
  });
});
