import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Middleware } from '../../src/client/index.ts';
import { readXmlResponse } from '../../src/clients/read-xml-response.ts';
import { createZohoWriterClient } from '../../src/clients/zoho-writer.ts';
import type {
  ShareDetailsEnvelope,
  ShareDetailsResponse,
} from '../../src/generated/zoho-writer/types.ts';
import * as zod from '../../src/generated/zoho-writer/zod.ts';
import { describeContract } from './harness/describe-contract.ts';
import { readFixture } from './harness/fixture.ts';

const credentials = { apikey: 'x', ticket: 'y' };

/** Gives XML as the value of its schema, which is its root. */
const readXml: Middleware = async (request, next) => {
  const response = await next(request);
  if (!response.headers.get('content-type')?.includes('xml')) return response;
  const { status, headers } = response;
  const { response: root } = await (await readXmlResponse(response)).json();
  return Response.json(root, { status, headers });
};

const { baseUrl, contract } = await describeContract({
  name: 'zoho-writer',
  zod,
  createClient: (url) =>
    createZohoWriterClient({ baseUrl: url, ...credentials, middleware: [readXml] }),
  expectRefusal: (status, text, path) => {
    expect(status).toBeGreaterThanOrEqual(400);
    if (path.startsWith('/api/private/json/')) {
      expect(JSON.parse(text)).toMatchObject({
        response: {
          error: { code: expect.stringMatching(/^\d{4}$/), message: expect.any(String) },
        },
      });
    } else {
      expect(text).toMatch(/<response uri="[^"]+">\s*<error>\s*<code>\d{4}<\/code>/);
    }
  },
});

const client = createZohoWriterClient({ baseUrl, ...credentials, middleware: [readXml] });
const params = { path: { documentID: '8892000000064025' } };

describe('zoho-writer', () => {
  test('describes each of nine methods as JSON and as XML', () => {
    const methods = contract.operations.map(({ id }) => id.replace(/(Json|Xml)$/, ''));
    expect(contract.operations).toHaveLength(18);
    expect([...new Set(methods)].sort()).toEqual([
      'cancelSharing',
      'countIncomingDocuments',
      'getDocumentInfo',
      'getShareDetails',
      'listIncomingDocuments',
      'listPublicDocuments',
      'makePublic',
      'removePublic',
      'shareDocument',
    ]);
  });

  test('getShareDetailsXml sends the XML of the provider, its end tags mended', async () => {
    const target = '/api/private/xml/share/8892000000064025?apikey=x&ticket=y';
    const headers = { prefer: 'example=documented' };
    const text = await (await fetch(baseUrl + target, { headers })).text();
    const page = await readFixture('zoho-writer-shared-details.xml.txt');
    const mended = page
      .replaceAll('\u00a0', ' ')
      .replace('</sharedTo>', '</sharedto>')
      .replace('</writePermission>', '</writepermission>');
    expect(text.trim()).toBe(mended.trim());
  });

  test('getShareDetailsJson sends the JSON of the provider, its trailing comma left out', async () => {
    const { data } = await client.GET('/api/private/json/share/{documentID}', { params });
    const page = await readFixture('zoho-writer-shared-details.json.txt');
    expect(data).toEqual(JSON.parse(page.replaceAll('\u00a0', ' ').replace('"true",', '"true"')));
    expectTypeOf(data).toEqualTypeOf<ShareDetailsEnvelope | undefined>();
  });

  test('the XML path has the members of the JSON path', async () => {
    const xml = await client.GET('/api/private/xml/share/{documentID}', { params });
    const json = await client.GET('/api/private/json/share/{documentID}', { params });
    expectTypeOf(xml.data).toEqualTypeOf<ShareDetailsResponse | undefined>();
    expectTypeOf(json.data?.response).toEqualTypeOf<ShareDetailsResponse | undefined>();
    expect(xml.data).toEqual({
      uri: '/api/private/xml/share/8892000000064025',
      result: {
        sharedetail: {
          documentId: '8892000000064025',
          documentName: 'Search',
          EmailShared: { sharedto: '[jaganath, mark]', writepermission: 'True' },
        },
      },
    });
  });

  test('a call without a ticket is refused', async () => {
    const response = await fetch(`${baseUrl}/api/private/json/share/8892000000064025?apikey=x`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ response: { error: { code: '1401' } } });
  });

  test('the path alone chooses the format, whatever is accepted', async () => {
    const target = '/api/private/xml/share/8892000000064025?apikey=x&ticket=y';
    const response = await fetch(baseUrl + target, { headers: { accept: 'application/json' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/xml');
  });
});
