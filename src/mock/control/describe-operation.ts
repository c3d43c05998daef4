import type { Contract, Operation } from '../../contract/model/contract.ts';
import { child, type JsonCursor, jump, text } from '../../contract/model/json-cursor.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import type { components } from '../../generated/mock-control/types.ts';
import type { ClientSource } from '../../samples/client-source.ts';
import { createCallWriter } from '../../samples/create-call-writer.ts';
import { createSampleMaker, type MakeSamples } from '../../samples/create-sample-maker.ts';
import { formatCurlSample } from '../../samples/format-curl-sample.ts';
import type { MockApi } from '../request/mock-api.ts';

type Schemas = components['schemas'];

/** Where `generate` puts a client, for a module beside it. */
const NEAR_CLIENT: ClientSource = { module: './client.ts', factory: 'createClient' };

/** Describes an operation in a list. */
export function summariseOperation(operation: Operation): Schemas['OperationSummary'] {
  const { id, method, path, summary, provenance } = operation;
  return { id, method: method.toUpperCase(), path, summary, provenance: provenance?.level ?? null };
}

/** Describes an operation with samples and documented answers; `baseUrl` is where the mock serves its API. */
export function describeOperation(
  api: MockApi,
  operation: Operation,
  baseUrl: string,
): Schemas['OperationDetails'] {
  const { contract } = api;
  const { provenance } = operation;
  const place = jump(contract.document, `#${encodeURI(operation.pointer)}`);
  const answers = child(place, 'responses');
  const { name, client = NEAR_CLIENT } = api;
  const writeCall = createCallWriter({ name, contract, client, baseUrl });
  return {
    ...summariseOperation(operation),
    description: describe(place),
    provenance: provenance
      ? { level: provenance.level, note: provenance.note ?? null, url: provenance.url ?? null }
      : null,
    samples: samplesOf(contract)(operation).map((sample) => ({
      example: sample.example ?? null,
      method: sample.method,
      target: sample.target,
      headers: { ...sample.headers },
      body: sample.body ?? null,
      curl: formatCurlSample(sample, baseUrl),
      call: writeCall(operation, sample) ?? null,
    })),
    answers: operation.responses.map((response) => ({
      status: response.status,
      description: describe(answers && child(answers, response.status)),
      examples: response.content.flatMap(({ type: mediaType, examples }) =>
        examples.map(({ key: name, value }) => ({ name, mediaType, value: toPlain(value) })),
      ),
    })),
  };
}

/** The maker of samples of a contract compiles its schemas, so it is kept as long as the contract. */
const makers = new WeakMap<Contract, MakeSamples>();

function samplesOf(contract: Contract): MakeSamples {
  const maker = makers.get(contract) ?? createSampleMaker(contract);
  makers.set(contract, maker);
  return maker;
}

function describe(place: JsonCursor | undefined): string {
  return (place && text(place, 'description')) ?? '';
}
