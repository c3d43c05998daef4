import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeBody } from '../../src/cases/write-body.ts';
import {
  createExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../src/contract/example/example-request.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { bodyFormat } from '../../src/contract/model/media-type.ts';
import { listAnswerCases } from '../../src/contract-tests/answer-cases.ts';
import { OWN_APIS } from '../support/own-project.ts';
import { startProcess } from '../support/start-process.ts';

const PRISM = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const folder = await mkdtemp(join(tmpdir(), 'share-contracts-prism-'));
afterAll(() => rm(folder, { recursive: true }));

/** Bundles a contract and serves it with the Prism command line. */
async function startPrism(name: string, document: unknown) {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(document));
  return startProcess(
    PRISM,
    ['mock', '-h', '127.0.0.1', '-p', '0', file],
    /listening on (http\S+)/,
  );
}

for (const { name, contract: entry } of OWN_APIS) {
  const contract = await loadContract(entry);
  const prism = await startPrism(name, contract.document);

  describe(`the Prism command line serves ${name}`, () => {
    afterAll(prism.stop);
    const documented = listAnswerCases(contract).filter(
      ({ example }) => example?.key === 'documented',
    );

    test('with documented examples', () => expect(documented.length).toBeGreaterThan(0));

    test.each(documented)('$title', async ({ operation, status, media, example }) => {
      const request = withDummyCredentials(createExampleRequest(operation), operation);
      const response = await fetch(prism.match + formatTarget(request), {
        method: request.method,
        headers: {
          ...(request.headers as Record<string, string>),
          prefer: `code=${status}, example=documented`,
          ...(request.mediaType !== undefined && { 'content-type': request.mediaType }),
        },
        ...(request.body !== undefined && { body: writeBody(request) }),
      });
      expect(response.status).toBe(Number(status));
      const text = await response.text();
      const isXml = bodyFormat(media?.type ?? '') === 'xml';
      expect(isXml ? text : JSON.parse(text)).toEqual(example?.value);
    });
  });
}
