import type { FormatError } from './mock/refusal.ts';

/** One of the APIs that this repository describes. */
export interface OwnApi {
  readonly name: string;
  /** Entry file of the contract, relative to the repository. */
  readonly contract: string;
  readonly loadErrorFormat: () => Promise<FormatError>;
  /** Request headers that the provider does not look at. */
  readonly ignoredHeaders?: readonly string[];
}

/** Registry of the own APIs: the one place outside contracts, mocks and clients that names a provider. */
export const OWN_APIS: readonly OwnApi[] = [
  {
    name: 'crego',
    contract: 'openapi/crego/openapi.yaml',
    loadErrorFormat: async () => (await import('../mocks/crego/errors.ts')).formatError,
  },
  {
    name: 'cloudreve',
    contract: 'openapi/cloudreve/openapi.yaml',
    loadErrorFormat: async () => (await import('../mocks/cloudreve/errors.ts')).formatError,
    ignoredHeaders: ['accept', 'content-type'],
  },
  {
    name: 'craftkit',
    contract: 'openapi/craftkit/openapi.yaml',
    loadErrorFormat: async () => (await import('../mocks/craftkit/errors.ts')).formatError,
  },
  {
    name: 'zoho-writer',
    contract: 'openapi/zoho-writer/openapi.yaml',
    loadErrorFormat: async () => (await import('../mocks/zoho-writer/errors.ts')).formatError,
    ignoredHeaders: ['accept'],
  },
];
