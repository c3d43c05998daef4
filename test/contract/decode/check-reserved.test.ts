import { describe, expect, test } from 'vitest';
import { mockOf } from '../../support/test-mock.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Asks with a form whose field `a` has the given encoding. */
async function send(type: string, encoding: object, body: string | FormData) {
  const schema = { type: 'object', properties: { a: { type: 'string' } } };
  const content = { [type]: { schema, encoding: { a: encoding } } };
  const responses = { 200: { description: 'A.' } };
  const ask = mockOf({ paths: { '/a': { post: { requestBody: { content }, responses } } } });
  const headers = typeof body === 'string' ? { 'content-type': type } : {};
  return await ask('/a', { method: 'POST', headers, body });
}

describe('allowReserved: false', () => {
  test.each([
    ...['/', '?', '#', '[', ']', '@', '!', '$', "'", '(', ')', '*', ',', ';', '='],
    'a=b',
  ])('refuses %s that is not encoded, in the words of Prism', async (text) => {
    const answer = await send(FORM, { style: 'form', allowReserved: false }, `b=1&a=${text}`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      validation: [
        {
          location: ['body', 'a'],
          severity: 'Error',
          message: 'Reserved characters used in request body',
        },
      ],
    });
    expect(JSON.parse(answer.headers.get('x-mock-violations') ?? '')).toEqual([
      {
        in: 'body',
        pointer: '/a',
        keyword: 'allowReserved',
        expected: 'percent-encoded',
        found: text,
      },
    ]);
  });

  test.each(['a=b', 'a=%2F%3F', 'a=b+c', 'a=x:y', 'b=/', 'b=1', ''])('accepts %j', async (body) => {
    expect((await send(FORM, { allowReserved: false }, body)).status).toBe(200);
  });

  test('is enforced in multipart as well', async () => {
    const form = new FormData();
    form.append('a', ":/?#[]@!$&'()*+,;");
    const type = 'multipart/form-data';
    expect((await send(type, { style: 'form', allowReserved: false }, form)).status).toBe(422);
    expect((await send(type, { style: 'form', allowReserved: true }, form)).status).toBe(200);
  });
});

test.each([{}, { style: 'form' }, { style: 'form', allowReserved: true }])(
  'reserved characters are accepted with %j',
  async (encoding) => {
    expect((await send(FORM, encoding, "a=:/?#[]@!$&'()*+,;")).status).toBe(200);
  },
);
