import { describe, expect, expectTypeOf, test } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import { createCloudreveClient } from '../../src/clients/cloudreve.ts';
import { createCraftkitClient } from '../../src/clients/craftkit.ts';
import { createCregoClient } from '../../src/clients/crego.ts';
import { createZohoWriterClient } from '../../src/clients/zoho-writer.ts';
import type { SharePage } from '../../src/generated/crego/types.ts';
import type { ShareDetailsResponse } from '../../src/generated/zoho-writer/types.ts';
import { createMock } from '../../src/mock/create-mock.ts';

const OWN = await loadProject();
const DOCUMENT = { document_id: '01JVVJNAVTB19FN3F7W1NHBPT6' };
const ZOHO = { apikey: 'x', ticket: 'y' };

function open(base: string) {
  const { fetch } = createMock({ apis: OWN });
  return { baseUrl: `http://mock.test/${base}`, fetch };
}

describe('the crego client', () => {
  test('has methods that send the token', async () => {
    const crego = createCregoClient({ ...open('crego'), token: 'x' });
    const { data } = await crego.listShares({ path: DOCUMENT, query: { page: 1 } });
    expectTypeOf(data).toEqualTypeOf<SharePage | undefined>();
    expect(data?.count).toBe(2);
    const stranger = createCregoClient(open('crego'));
    const { error, response } = await stranger.listShares({ path: DOCUMENT });
    expect([response.status, error]).toEqual([401, { detail: expect.any(String) }]);
  });

  test('takes middleware besides its own, asked after it', async () => {
    const seen: unknown[] = [];
    const middleware = [
      {
        onRequest: ({ request }: { request: Request }) =>
          void seen.push(request.headers.get('authorization')),
      },
    ];
    const crego = createCregoClient({ ...open('crego'), token: 'x', middleware });
    await crego.listShares({ path: DOCUMENT });
    expect(seen).toEqual(['Bearer x']);
  });
});

test('the cloudreve client tells a success from a failure by its code', async () => {
  const cloudreve = createCloudreveClient({ ...open('cloudreve/api/v4'), token: 'x' });
  const { data } = await cloudreve.listMyShares({ query: { page_size: 10 } });
  if (data?.code !== 0) throw new Error(data?.msg);
  expect(data.data.shares?.length).toBeGreaterThan(0);
  const failed = await cloudreve.getShareInfo({ path: { id: 'none' } });
  expect(failed.data).toMatchObject({ code: 40001, msg: expect.any(String) });
});

test('the craftkit client has a method for each operation', async () => {
  const craftkit = createCraftkitClient({ ...open('craftkit'), token: 'ck_live_x' });
  const { response } = await craftkit.getRender({
    path: { id: '018f3c5e-7c1a-7b2e-9c3d-1a2b3c4d5e6f' },
  });
  expect(response.status).toBe(200);
});

describe('the zoho-writer client', () => {
  const path = { documentID: '8892000000064025' };

  test('reads XML as the JSON that fits its schema', async () => {
    const zoho = createZohoWriterClient({ ...open('zoho-writer'), ...ZOHO });
    const xml = await zoho.getShareDetailsXml({ path });
    expectTypeOf(xml.data).toEqualTypeOf<ShareDetailsResponse | undefined>();
    expect(xml.data?.result.sharedetail).toEqual({
      documentId: '8892000000064025',
      documentName: 'Search',
      EmailShared: { sharedto: '[jaganath, mark]', writepermission: 'True' },
    });
  });

  test('sends the credentials in the query and the body as a form', async () => {
    const sent: string[] = [];
    const fetch = async (request: Request) => {
      const { url, headers } = request;
      sent.push(url, headers.get('content-type') ?? '', await request.text());
      return Response.json({});
    };
    const zoho = createZohoWriterClient({ baseUrl: 'http://mock.test', fetch, ...ZOHO });
    await zoho.cancelSharingJson({ path, body: { emailid: 'a b@c.test' } });
    expect(sent).toEqual([
      'http://mock.test/api/private/json/cancelsharing/8892000000064025?apikey=x&ticket=y',
      'application/x-www-form-urlencoded',
      'emailid=a+b%40c.test',
    ]);
  });
});
