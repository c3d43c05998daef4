import type { Operation } from '../../contract/model/contract.ts';
import { createCallWriter } from '../../samples/create-call-writer.ts';
import { createSampleMaker } from '../../samples/create-sample-maker.ts';
import { formatCurlSample } from '../../samples/format-curl-sample.ts';
import type { DocsApi } from '../docs-api.ts';
import type { SiteOptions } from '../docs-source.ts';

/** How an operation is called. */
export interface ShownSample {
  /** Documented example that is sent. */
  readonly example: string | undefined;
  readonly curl: string;
  /** Call of the typed client; absent where it has no method for it. */
  readonly call: string | undefined;
}

export type ListSamples = (operation: Operation) => readonly ShownSample[];

/** Creates the function that lists the samples of operations, against the mock; none where no mock serves the API. Each is made once. */
export function createSampleLister(api: DocsApi, { mockOrigin }: SiteOptions): ListSamples {
  const { name, contract, mount, client } = api;
  if (mount === undefined) return () => [];
  const baseUrl = `${mockOrigin}${mount}`;
  const makeSamples = createSampleMaker(contract);
  const writeCall = client && createCallWriter({ name, contract, client, baseUrl });
  const listed = new Map<Operation, readonly ShownSample[]>();
  return (operation) => {
    const known = listed.get(operation) ?? list(operation);
    listed.set(operation, known);
    return known;
  };

  function list(operation: Operation): readonly ShownSample[] {
    return makeSamples(operation).map((sample) => ({
      example: sample.example,
      curl: formatCurlSample(sample, baseUrl),
      call: writeCall?.(operation, sample),
    }));
  }
}
