import { describe, expect, test } from 'vitest';
import { sandboxMockOf } from '../support/sandbox-mock.ts';

const inScenario = (name: string) => ({ headers: { 'x-mock-scenario': name } });

describe('crego', () => {
  const list = 'GET /documents/01JQ8MZ0P94HR6HSH1DGY5VNH9/shares/';
  const { ask } = sandboxMockOf('crego');

  test.each([
    ['default', 2],
    ['empty', 0],
    ['one', 1],
    ['many', 250],
    ['expired', 2],
  ])('%s lists %i shares', async (scenario, count) => {
    expect((await ask(list, inScenario(scenario))).body.count).toBe(count);
  });

  test('expired has no share that could be opened', async () => {
    const { results } = (await ask(list, inScenario('expired'))).body;
    for (const { token } of results) {
      expect((await ask(`GET /shares/${token}/preview/`, inScenario('expired'))).status).toBe(404);
    }
  });

  test.each([
    ['unauthorized', 401, { detail: 'Authentication credentials were not provided.' }],
    ['not-found', 404, { detail: 'Not found.' }],
    ['server-error', 500, { detail: 'A server error occurred.' }],
  ])('%s answers %i', async (scenario, status, body) => {
    expect(await ask(list, inScenario(scenario))).toMatchObject({ status, body });
  });
});

describe('zoho-writer', () => {
  const { ask } = sandboxMockOf('zoho-writer');
  const url = (path: string) => `GET /api/private/json/${path}?apikey=x&ticket=x`;

  test.each([
    ['default', '12'],
    ['empty', '0'],
    ['one', '1'],
    ['many', '250'],
  ])('%s counts %s incoming documents', async (scenario, count) => {
    const { body } = await ask(url('incomingdocuments/count'), inScenario(scenario));
    expect(body.response.result.documents.documentsCount).toBe(count);
  });

  test.each([
    ['unauthorized', 401, '1401'],
    ['not-found', 404, '1404'],
    ['server-error', 500, '1500'],
  ])('%s answers %i with the code %s', async (scenario, status, code) => {
    const answer = await ask(url('share/8892000000064025'), inScenario(scenario));
    expect(answer.status).toBe(status);
    expect(answer.body.response.error.code).toBe(code);
  });
});
