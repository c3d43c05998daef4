import { apiKey, type ClientOptions, type Middleware } from '../client/index.ts';
import { type ApiClient, createClient } from '../generated/zoho-writer/client.ts';

/** Every call needs both values; they are sent in the query. */
export interface ZohoWriterClientOptions extends ClientOptions {
  /** Key of the calling application. */
  readonly apikey: string;
  /** Ticket of the user. */
  readonly ticket: string;
}

export type ZohoWriterClient = ApiClient;

/** Sends forms, and gives XML as the JSON that fits its schema. */
const FORMATS: Middleware = {
  onRequest: ({ request }) => {
    if (request.method !== 'POST') return;
    request.headers.set('content-type', 'application/x-www-form-urlencoded');
  },
  onResponse: async ({ response }) => {
    if (!/^(application|text)\/xml\b/.test(response.headers.get('content-type') ?? '')) return;
    // The reader of XML weighs more than the client, and many use the JSON paths alone.
    const { readXmlResponse } = await import('./read-xml-response.ts');
    return await readXmlResponse(response);
  },
};

/** Creates a typed Zoho Writer client, which converts XML responses to plain values. */
export function createZohoWriterClient({
  apikey,
  ticket,
  middleware = [],
  ...options
}: ZohoWriterClientOptions): ZohoWriterClient {
  return createClient({
    bodySerializer: (body) => toForm(body ?? {}),
    ...options,
    middleware: [
      apiKey({ in: 'query', name: 'apikey', value: apikey }),
      apiKey({ in: 'query', name: 'ticket', value: ticket }),
      FORMATS,
      ...middleware,
    ],
  });
}

/** Builds the fields of a form, without absent members. */
function toForm(values: object): URLSearchParams {
  const fields = Object.entries(values).filter(([, value]) => value !== undefined);
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
}
