import {
  addToQuery,
  type Client,
  type ClientOptions,
  createClient,
  createConnection,
  type Middleware,
  type Route,
  writePath,
} from '../client/index.ts';
import type { paths } from '../generated/zoho-writer/types.ts';
import * as operations from './zoho-writer/operations.ts';
import { createZohoWriterError } from './zoho-writer/zoho-writer-error.ts';

export type { ShareDetails, SharedDocumentUsers } from './zoho-writer/normalise-sharing.ts';
export { ZohoWriterError } from './zoho-writer/zoho-writer-error.ts';

/** Every call needs both values; they are sent in the query. */
export interface ZohoWriterClientOptions extends ClientOptions {
  /** Key of the calling application. */
  readonly apikey: string;
  /** Ticket of the user. */
  readonly ticket: string;
  /** What the server answers in; the results are the same. `json` by default. */
  readonly format?: 'json' | 'xml';
}

export type ZohoWriterClient = Client<paths, typeof operations>;

/** Gives XML as the JSON that fits the schema of the same answer. */
const readXml: Middleware = async (request, next) => {
  const response = await next(request);
  if (!/^(application|text)\/xml\b/.test(response.headers.get('content-type') ?? ''))
    return response;
  // The reader of XML weighs more than the client, and many use JSON alone.
  const { readXmlResponse } = await import('./read-xml-response.ts');
  return await readXmlResponse(response);
};

/** Creates a typed Zoho Writer client. Failures are thrown as ZohoWriterError. */
export function createZohoWriterClient({
  apikey,
  ticket,
  format = 'json',
  middleware = [],
  createFailure = createZohoWriterError,
  ...options
}: ZohoWriterClientOptions): ZohoWriterClient {
  const isXml = format === 'xml';
  const sendCredentials: Middleware = async (request, next) =>
    next(await addToQuery(request, { apikey, ticket }));
  const settings = {
    ...options,
    createFailure,
    // Nearest to the server, so that no other middleware sees credentials.
    middleware: [...middleware, ...(isXml ? [readXml] : []), sendCredentials],
  };
  const connection = createConnection(settings);
  return createClient<paths, typeof operations>(operations, settings, {
    ...connection,
    send: (route, input) => connection.send(isXml ? askForXml(route) : route, input),
  });
}

/** Each operation has a path for either format; it stays the same operation, whose failures are told by its own path. */
function askForXml(route: Route): Route {
  const path = route.path.replace('/json/', '/xml/');
  return { ...route, template: { path, write: writePath } };
}
