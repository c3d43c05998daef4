import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../generated/zoho-writer/types.ts';
import type { ClientOptions } from './client-options.ts';
import { readXmlResponse } from './read-xml-response.ts';

/** Every call needs both values; they are sent in the query. */
export interface ZohoWriterClientOptions extends ClientOptions {
  /** Key of the calling application. */
  readonly apikey: string;
  /** Ticket of the user. */
  readonly ticket: string;
}

export type ZohoWriterClient = Client<paths>;

/** Creates a typed Zoho Writer client, which converts XML responses to plain values. */
export function createZohoWriterClient(options: ZohoWriterClientOptions): ZohoWriterClient {
  const { baseUrl, fetch, apikey, ticket } = options;
  const client = createClient<paths>({
    baseUrl,
    querySerializer: (query) => toParams({ ...query, apikey, ticket }).toString(),
    bodySerializer: (body) => toParams(body ?? {}),
    ...(fetch !== undefined && { fetch }),
  });
  client.use({ onRequest: declareForm, onResponse: ({ response }) => readXmlResponse(response) });
  return client;
}

/** Builds the fields of a form or a query, without absent members. */
function toParams(values: object): URLSearchParams {
  const fields = Object.entries(values).filter(([, value]) => value !== undefined);
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
}

function declareForm({ request }: { request: Request }): void {
  if (request.method === 'POST') {
    request.headers.set('content-type', 'application/x-www-form-urlencoded');
  }
}
