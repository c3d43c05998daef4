import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { createMock } from '../../../src/mock/create-mock.ts';
import { firstOf } from '../../support/test-contract.ts';
import { writeFiles } from '../../support/write-files.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Contract whose only operation, `POST /a/{p}`, has one parameter of Swagger 2.0. */
async function contractWith(parameter: object, consumes = FORM) {
  const operation = {
    consumes: [consumes],
    parameters: [{ name: 'p', ...parameter }],
    responses: { 200: { description: 'A.' } },
  };
  const info = { title: 'T', version: '1' };
  const document = { swagger: '2.0', info, paths: { '/a/{p}': { post: operation } } };
  await using written = await writeFiles({ 'a.json': JSON.stringify(document) });
  return loadContract(firstOf(written.files));
}

const integers = { type: 'array', items: { type: 'integer' } };

describe('a list of Swagger 2.0', () => {
  test.each<[format: string | undefined, text: string]>([
    [undefined, '1,2'],
    ['csv', '1,2'],
    ['ssv', '1 2'],
    ['tsv', '1\t2'],
    ['pipes', '1|2'],
  ])('with collectionFormat %s is %j, wherever it stands', async (collectionFormat, text) => {
    const list = { ...integers, ...(collectionFormat !== undefined && { collectionFormat }) };
    const encoded = encodeURI(text);
    for (const [place, source] of Object.entries({
      query: { query: `p=${encoded}` },
      path: { path: { p: encoded } },
      header: { headers: { p: text } },
    })) {
      const contract = await contractWith({ ...list, in: place, required: place === 'path' });
      const { path = {}, query, headers } = { query: '', headers: {}, ...source };
      const sent = { path, query: new URLSearchParams(query), headers: new Headers(headers) };
      const checks = createContractChecks(contract);
      const { values } = checks.readParameters(firstOf(contract.operations), sent);
      expect(Object.values(values)).toContainEqual({ p: [1, 2] });
    }
    const contract = await contractWith({ ...list, in: 'formData' });
    const media = firstOf(firstOf(contract.operations).body?.content ?? []);
    expect(createContractChecks(contract).decodeBody(`p=${encoded}`, media)).toEqual({ p: [1, 2] });
  });

  test('with collectionFormat multi is sent one by one', async () => {
    const contract = await contractWith({ ...integers, in: 'formData', collectionFormat: 'multi' });
    const media = firstOf(firstOf(contract.operations).body?.content ?? []);
    const { decodeBody } = createContractChecks(contract);
    expect(decodeBody('p=1&p=2', media)).toEqual({ p: [1, 2] });
    expect(decodeBody('p=1,2', media)).toEqual({ p: ['1,2'] });
  });

  test('is csv in multipart as well', async () => {
    const contract = await contractWith({ ...integers, in: 'formData' }, 'multipart/form-data');
    const mock = createMock({ contracts: [contract] });
    const send = async (text: string) => {
      const body = new FormData();
      body.append('p', text);
      return (await mock.fetch(new Request('http://mock.test/a/1', { method: 'POST', body })))
        .status;
    };
    expect([await send('1,2'), await send('1,x')]).toEqual([200, 422]);
  });

  test('that is shared is read alike', async () => {
    const shared = { name: 'p', in: 'query', ...integers, collectionFormat: 'tsv' };
    const get = {
      parameters: [{ $ref: '#/parameters/P' }],
      responses: { 200: { description: 'A.' } },
    };
    const document = {
      ...{ swagger: '2.0', info: { title: 'T', version: '1' } },
      ...{ parameters: { P: shared }, paths: { '/a': { get } } },
    };
    await using written = await writeFiles({ 'a.json': JSON.stringify(document) });
    const { operations } = await loadContract(firstOf(written.files));
    expect(operations[0]?.parameters).toMatchObject([{ style: 'tabDelimited', explode: false }]);
  });
});

describe('allowEmptyValue of Swagger 2.0', () => {
  test.each<[allowEmptyValue: boolean | undefined, body: string, status: number]>([
    [false, 'p=', 422],
    [false, 'p', 422],
    [false, 'p=a', 200],
    [false, '', 200],
    [true, 'p=', 200],
    [undefined, 'p=', 200],
  ])('%s in a form answers %j with %i', async (allowEmptyValue, body, status) => {
    for (const type of [FORM, 'multipart/form-data; boundary=b']) {
      const field = { in: 'formData', type: 'string', allowEmptyValue };
      const mock = createMock({ contracts: [await contractWith(field, type.split(';')[0])] });
      const [, value = ''] = body.split('=');
      const part = `--b\r\nContent-Disposition: form-data; name="p"\r\n\r\n${value}\r\n`;
      const multipart = `${body === '' ? '' : part}--b--\r\n`;
      const request = new Request('http://mock.test/a/1', {
        method: 'POST',
        headers: { 'content-type': type },
        body: type === FORM ? body : multipart,
      });
      const answer = await mock.fetch(request);
      expect(answer.status).toBe(status);
      if (status === 422) {
        expect(await answer.json()).toMatchObject({
          validation: [
            {
              location: ['body', 'p'],
              code: 'minLength',
              message: 'Request body property p must NOT have fewer than 1 characters',
            },
          ],
        });
      }
    }
  });
});
