import { expect, test } from 'vitest';
import { loadProjectApi } from '../../src/apis/load-project.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { OWN_APIS } from '../support/own-project.ts';

const ANSWERS: Record<string, object> = {
  crego: { status: 413, body: { detail: 'Request body exceeds the size limit.' } },
  cloudreve: { status: 200, body: { code: 40001, msg: 'Parameter error' } },
  craftkit: {
    status: 413,
    body: { error: { code: 'invalid_request', message: 'Request body is too large.' } },
  },
  'zoho-writer': { status: 400, body: { error: { code: '1400' } } },
};

test.each(OWN_APIS)('$name words the refusal of a large body', async (api) => {
  const { name, formatError } = await loadProjectApi(api, loadContract);
  const request = {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: new Headers(),
    operation: undefined,
  };
  const reply = formatError?.({ kind: 'body-too-large', limit: 6, size: 27 }, request);
  expect(reply).toMatchObject(ANSWERS[name] ?? { status: 'unknown API' });
});
