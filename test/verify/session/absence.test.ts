import { describe, expect, onTestFinished, test } from 'vitest';
import { createSender } from '../../../src/verify/send/create-sender.ts';
import { learnAbsence } from '../../../src/verify/session/absence.ts';

/** Learns how a handler answers for what it does not have. */
async function learn(answer: (request: Request) => Response) {
  const methods: string[] = [];
  const sender = createSender({
    timeout: 5000,
    maxBytes: 1e6,
    concurrency: 1,
    fetch: (request) => {
      methods.push(request.method);
      return answer(request);
    },
  });
  onTestFinished(() => sender.close());
  return {
    methods,
    isAbsent: await learnAbsence(sender, { url: 'http://a.test', headers: {}, isWriting: true }),
  };
}

describe('learnAbsence', () => {
  test('tells a path that is not there from a thing that is not there', async () => {
    const { isAbsent, methods } = await learn(({ url }) =>
      Response.json({ detail: `No route for ${new URL(url).pathname}` }, { status: 404 }),
    );
    expect(isAbsent(404, { detail: 'No route for /things/1' }, 'GET')).toBe(true);
    expect(isAbsent(404, { detail: 'No such thing' }, 'GET')).toBe(false);
    expect(isAbsent(403, { detail: 'No route for /things/1' }, 'GET')).toBe(false);
    expect(methods).toEqual(['GET', 'POST', 'DELETE']);
  });

  test('passes over ids, times and paths in pages of HTML', async () => {
    const page = (path: string, id: string) => `<p>Not Found: ${path}</p><i>${id}</i>`;
    const { isAbsent } = await learn(
      ({ url }) => new Response(page(new URL(url).pathname, 'req-01af34cd'), { status: 404 }),
    );
    expect(isAbsent(404, page('/things', 'req-77aa00bb'), 'GET')).toBe(true);
    expect(isAbsent(404, '<p>There is no such thing.</p>', 'GET')).toBe(false);
  });

  test('takes each method by itself, as frameworks do', async () => {
    const { isAbsent } = await learn(
      ({ method }) => new Response(`Cannot ${method} /x`, { status: 404 }),
    );
    expect(isAbsent(404, 'Cannot DELETE /things/1', 'DELETE')).toBe(true);
    expect(isAbsent(404, 'Cannot PATCH /things/1', 'PATCH')).toBe(true);
  });

  test.for([405, 501])('takes %i for a method that is not there', async (status) => {
    const { isAbsent } = await learn(() => new Response(null, { status: 404 }));
    expect(isAbsent(status, undefined, 'PUT')).toBe(true);
  });

  test.for([200, 401, 500])(
    'changes nothing on a server that answers %i to anything',
    async (status) => {
      const { isAbsent, methods } = await learn(() => new Response(null, { status }));
      expect(methods).toEqual(['GET']);
      expect(isAbsent(404, undefined, 'GET')).toBe(false);
    },
  );
});
