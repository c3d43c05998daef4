import { describe, expect, expectTypeOf, test } from 'vitest';
import { createCraftkitClient } from '../../src/clients/craftkit.ts';
import type { ErrorResponse, ShareListItem } from '../../src/generated/craftkit/types.ts';
import * as zod from '../../src/generated/craftkit/zod.ts';
import { describeContract } from './harness/describe-contract.ts';
import { readFixture } from './harness/fixture.ts';

const { baseUrl, contract } = await describeContract({
  name: 'craftkit',
  zod,
  createClient: (url) => createCraftkitClient({ baseUrl: url, token: 'ck_live_x' }),
  expectRefusal: (status, text) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.parse(text)).toMatchObject({
      error: { code: expect.stringMatching(/^[a-z_]+$/), message: expect.any(String) },
    });
  },
});

const client = createCraftkitClient({ baseUrl, token: 'ck_live_x' });
const params = { path: { id: '0193c2c3-1111-7aaa-8bbb-000000000001' } };

describe('craftkit', () => {
  test('describes seven operations and one webhook', () => {
    expect(contract.operations.map(({ id }) => id).sort()).toEqual([
      'createShare',
      'emailRender',
      'getEngagement',
      'getRender',
      'listShares',
      'revokeShare',
      'trackEvent',
    ]);
    expect(contract.webhooks.map(({ path }) => path)).toEqual(['document.event']);
  });

  test('listShares answers with the page of the provider', async () => {
    const { data, error } = await client.GET('/v1/renders/{id}/shares', {
      params,
      headers: { prefer: 'example=documented' },
    });
    expect(data).toEqual(JSON.parse(await readFixture('craftkit-list-shares.json')));
    expectTypeOf(data).toEqualTypeOf<{ shares: ShareListItem[] } | undefined>();
    expectTypeOf(error).extract<ErrorResponse>().toEqualTypeOf<ErrorResponse>();
  });

  test('createShare reports a broken schema with issues per field', async () => {
    const response = await fetch(`${baseUrl}/v1/renders/${params.path.id}/shares`, {
      method: 'POST',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'fax', message: 'x'.repeat(2001) }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: {
        code: 'invalid_request',
        issues: { fieldErrors: { channel: [expect.anything()], message: [expect.anything()] } },
      },
    });
  });

  test('document.event bodies satisfy the generated schema', () => {
    const examples = contract.webhooks[0]?.body?.content[0]?.examples ?? [];
    expect(examples[0]?.key).toBe('documented');
    for (const { value } of examples) {
      expect(zod.zDocumentEvent.safeParse(value).error).toBeUndefined();
    }
  });
});
