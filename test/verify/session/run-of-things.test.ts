import { describe, expect, test } from 'vitest';
import { SettingsError, type VerifyInput, verify } from '../../../src/verify/index.ts';
import { contractOf } from '../../support/test-contract.ts';
import { type Habits, problem, serveThings } from '../things/serve-things.ts';
import { type ThingsParts, thingsDocument } from '../things/things-document.ts';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
}

/** Runs against things, and keeps what was sent. */
async function run(
  given: Partial<VerifyInput> = {},
  habits: Partial<Habits> = {},
  parts: Partial<ThingsParts> = {},
) {
  const document = thingsDocument(parts);
  const handle = serveThings(document, habits);
  const sent: Sent[] = [];
  const left = new Set<string>();
  const report = await verify({
    contract: contractOf(document),
    write: true,
    ...given,
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      const { method, headers } = request;
      sent.push({ method, path: pathname, authorization: headers.get('authorization') });
      const answer = await handle(request);
      if (method === 'POST' && answer.status === 201) {
        const { id }: { id: string } = await answer.clone().json();
        left.add(id);
      }
      if (method === 'DELETE' && answer.status === 204)
        left.delete(pathname.split('/').at(-1) ?? '');
      return answer;
    },
  });
  return { report, sent, left };
}

describe('what a run created', () => {
  test('is removed at its end', async () => {
    const { report, sent, left } = await run();
    expect(sent.filter(({ method }) => method === 'POST').length).toBeGreaterThan(5);
    expect([...left]).toEqual([]);
    expect(report.notes).toEqual([]);
  });

  test.for([5, 12, 40])('is removed after an interruption at request %i', async (limit) => {
    const stop = new AbortController();
    let count = 0;
    const before = () => {
      count += 1;
      if (count === limit) stop.abort();
      return undefined;
    };
    const { report, left } = await run({ signal: stop.signal }, { before });
    expect(report.stopped).toBe('Stopped: the run was interrupted.');
    expect([...left]).toEqual([]);
  });

  test.for([5, 12, 40])('is removed once %i requests are used up', async (maxRequests) => {
    const { report, left } = await run({ maxRequests });
    expect(report.stopped).toMatch(/^Stopped after \d+ requests, as --max-requests says\.$/);
    expect([...left]).toEqual([]);
  });

  test('is removed by a server that asks to wait', async () => {
    let isBusy = true;
    const before = ({ method }: Request) => {
      if (method !== 'DELETE') return undefined;
      isBusy = !isBusy;
      return isBusy
        ? undefined
        : new Response(null, { status: 429, headers: { 'retry-after': '0' } });
    };
    const { left } = await run({ maxRequests: 12 }, { before });
    expect([...left]).toEqual([]);
  });

  test('is named where it cannot be removed', async () => {
    const before = ({ method, url }: Request) =>
      method === 'DELETE' && /\/things\//.test(url)
        ? problem(403, 'Nothing is removed.')
        : undefined;
    const { report, left } = await run({}, { before });
    expect(report.notes).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${left.size} of what was created in things could not be removed: thing-\\d+, .*…\\.$`,
        ),
      ),
    ]);
  });
});

describe('a server that asks to wait', () => {
  test('is asked again, at most five times', async () => {
    const waits = new Map<string, number>();
    const before = ({ url, method }: Request) => {
      const { pathname } = new URL(url);
      if (pathname !== '/things' || method !== 'GET') return undefined;
      waits.set(url, (waits.get(url) ?? 0) + 1);
      return new Response(null, { status: 429, headers: { 'retry-after': '0' } });
    };
    const { report } = await run({ write: false }, { before });
    expect(waits.size).toBeGreaterThan(0);
    expect([...waits.values()].filter((count) => count % 6 !== 0)).toEqual([]);
    expect(report.stopped).toBeUndefined();
  });

  test('is not waited for beyond the end of the run', async () => {
    const before = () => new Response(null, { status: 503, headers: { 'retry-after': '19' } });
    const { report } = await run({ write: false, maxTime: 60 }, { before });
    expect(report.stopped).toBe('Stopped after 60 ms, as --max-time says.');
    expect(report.milliseconds).toBeLessThan(15_000);
  });

  // The wait that is left would be longer than what the test has.
  test('is left by an interruption', { timeout: 15_000 }, async () => {
    const stop = new AbortController();
    const before = () => {
      setImmediate(() => stop.abort());
      return new Response(null, { status: 429, headers: { 'retry-after': '19' } });
    };
    const { report } = await run({ signal: stop.signal }, { before });
    expect(report.stopped).toBe('Stopped: the run was interrupted.');
  });
});

describe('values of the user', () => {
  test('stand in the paths of all requests', async () => {
    const parts = { parent: '/boxes/{box}' };
    const { sent } = await run({ set: { box: 'b1' } }, { parent: '/boxes/b1' }, parts);
    const boxes = new Set(sent.map(({ path }) => /^\/boxes\/([^/]+)/.exec(path)?.[1]));
    expect(boxes).toContain('b1');
    expect(sent.filter(({ path }) => path.startsWith('/boxes/b1/')).length).toBeGreaterThan(20);
  });

  test('are asked for where no id is known', async () => {
    const { report } = await run({ write: false }, { listed: () => [] });
    const show = report.operations.find(({ id }) => id === 'showThing');
    expect(show).toMatchObject({
      state: 'skipped',
      reason: 'no id is known that exists: give one with --set id=…',
    });
  });
});

describe('a run without credentials', () => {
  test('tells once that they are needed, and finds nothing', async () => {
    const parts = { security: [{ token: [] }] };
    const { report } = await run({}, { token: 'right' }, parts);
    expect(report.findings).toEqual([]);
    expect(new Set(report.operations.map(({ reason }) => reason))).toEqual(
      new Set(['it answers 401: give credentials that it accepts']),
    );
  });

  test('asks without them and with wrong ones, where it has right ones', async () => {
    const parts = { security: [{ token: [] }] };
    const { sent } = await run({ credentials: { token: 'right' } }, { token: 'right' }, parts);
    const kinds = new Set(sent.map(({ authorization }) => authorization));
    expect(kinds).toEqual(new Set([null, 'Bearer right', expect.stringMatching(/^Bearer wrong-/)]));
  });
});

describe('facts that are only assumed', () => {
  test('are asked for on demand', async () => {
    const size = { type: 'integer', maximum: 9, 'x-provenance': { level: 'assumed' } };
    const parts = { members: { name: { type: 'string' }, size } };
    const asked = async (assumed: boolean) => {
      const bodies: string[] = [];
      const document = thingsDocument(parts);
      const handle = serveThings(document);
      await verify({
        contract: contractOf(document),
        write: true,
        assumed,
        fetch: async (request) => {
          bodies.push(await request.clone().text());
          return handle(request);
        },
      });
      return bodies.some((body) => body.includes('"size":10'));
    };
    expect([await asked(false), await asked(true)]).toEqual([false, true]);
  });
});

describe('signing in', () => {
  const parts = { security: [{ token: [] }] };
  const signIn = {
    operation: 'signIn',
    body: { password: 'sesame' },
    token: '/data/token',
    credential: 'token',
  };

  async function runSignedIn(how: object, answer: () => Response) {
    const document = thingsDocument(parts);
    const json = (schema: object) => ({ content: { 'application/json': { schema } } });
    const login = {
      post: {
        operationId: 'signIn',
        security: [],
        requestBody: {
          required: true,
          ...json({ type: 'object', properties: { password: { type: 'string' } } }),
        },
        responses: {
          200: { description: 'In.', ...json({ type: 'object' }) },
          401: { description: 'Out.' },
        },
      },
    };
    const whole = { ...document, paths: { ...Object(document.paths), '/login': login } };
    const handle = serveThings(whole, { token: 'fresh' });
    const bodies: string[] = [];
    const report = await verify({
      contract: contractOf(whole),
      signIn: { ...signIn, ...how },
      fetch: async (request) => {
        if (new URL(request.url).pathname !== '/login') return handle(request);
        bodies.push(await request.text());
        return answer();
      },
    });
    return { report, bodies };
  }

  test('sends the members of its body, and what it gives with all that follows', async () => {
    const { report, bodies } = await runSignedIn({}, () =>
      Response.json({ data: { token: 'fresh' } }),
    );
    expect(bodies[0]).toBe('{"password":"sesame"}');
    expect(report.operations.find(({ id }) => id === 'listThings')).toMatchObject({
      state: 'met',
      failed: 0,
    });
    expect(report.findings).toEqual([]);
    expect(JSON.stringify(report)).not.toContain('fresh');
  });

  test.for<[string, object, () => Response, string]>([
    [
      'an operation that is not there',
      { operation: 'signin' },
      () => Response.json({}),
      'Did you mean "signIn"?',
    ],
    [
      'a refusal',
      {},
      () => new Response(null, { status: 401 }),
      'signIn: expected signIn to answer with a text at /data/token, found status 401. Correct body and token.',
    ],
    ['an answer without a token', {}, () => Response.json({ data: {} }), 'found none'],
    [
      'no answer',
      {},
      () => {
        throw new Error('broken');
      },
      'signIn: signIn gave no answer that can be read.',
    ],
  ])('ends the run at %s', async ([, how, answer, sentence]) => {
    const failure = await runSignedIn(how, answer).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SettingsError);
    expect(String(failure)).toContain(sentence);
  });
});
