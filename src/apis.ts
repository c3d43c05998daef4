import type { Behaviour } from './mock/authoring/behaviour.ts';
import type { Provider } from './mock/authoring/provider.ts';

/** One of the contracts of this repository. */
export interface OwnContract {
  readonly name: string;
  /** Entry file of the contract, relative to the repository. */
  readonly contract: string;
  /** File that lists what is known of the provider's behaviour and whether the mock does it, relative to the repository. */
  readonly behaviourNotes?: string;
}

/** One of the providers' APIs that this repository describes, and its mock. */
export interface OwnApi extends OwnContract {
  /** File of its scenarios, relative to the repository. */
  readonly scenarios?: string;
  /** Folder of answers that a real server gave, relative to the repository. */
  readonly recordings?: string;
  readonly loadProvider: () => Promise<Provider>;
  readonly loadBehaviour?: () => Promise<Behaviour>;
}

/** Registry of the own APIs: the one place outside contracts, mocks and clients that names a provider. */
export const OWN_APIS: readonly OwnApi[] = [
  {
    name: 'crego',
    contract: 'openapi/crego/openapi.yaml',
    scenarios: 'mocks/crego/scenarios.yaml',
    behaviourNotes: 'mocks/crego/BEHAVIOUR.md',
    loadProvider: async () => (await import('../mocks/crego/provider.ts')).provider,
    loadBehaviour: async () => (await import('../mocks/crego/behaviour.ts')).behaviour,
  },
  {
    name: 'cloudreve',
    contract: 'openapi/cloudreve/openapi.yaml',
    scenarios: 'mocks/cloudreve/scenarios.yaml',
    recordings: 'mocks/cloudreve/recordings',
    behaviourNotes: 'mocks/cloudreve/BEHAVIOUR.md',
    loadProvider: async () => (await import('../mocks/cloudreve/provider.ts')).provider,
    loadBehaviour: async () => (await import('../mocks/cloudreve/behaviour.ts')).behaviour,
  },
  {
    name: 'craftkit',
    contract: 'openapi/craftkit/openapi.yaml',
    scenarios: 'mocks/craftkit/scenarios.yaml',
    behaviourNotes: 'mocks/craftkit/BEHAVIOUR.md',
    loadProvider: async () => (await import('../mocks/craftkit/provider.ts')).provider,
    loadBehaviour: async () => (await import('../mocks/craftkit/behaviour.ts')).behaviour,
  },
  {
    name: 'zoho-writer',
    contract: 'openapi/zoho-writer/openapi.yaml',
    scenarios: 'mocks/zoho-writer/scenarios.yaml',
    behaviourNotes: 'mocks/zoho-writer/BEHAVIOUR.md',
    loadProvider: async () => (await import('../mocks/zoho-writer/provider.ts')).provider,
    loadBehaviour: async () => (await import('../mocks/zoho-writer/behaviour.ts')).behaviour,
  },
];

/** API by which the mock server itself is controlled; no provider's. */
export const CONTROL_API: OwnContract = {
  name: 'mock-control',
  contract: 'openapi/mock-control/openapi.yaml',
};

/** All contracts of this repository: what is generated and documented. */
export const OWN_CONTRACTS: readonly OwnContract[] = [...OWN_APIS, CONTROL_API];
