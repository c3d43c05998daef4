import { copyFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../support/property-runs.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { type KeptMock, SHARES, startKept } from './kept-mock.ts';

/** What happens to a server: a request, the passing of time, or an end and a new start. */
type Event =
  | { readonly request: string; readonly body?: unknown }
  | { readonly share: number; readonly method: string; readonly prefix: string }
  | { readonly pass: number }
  | { readonly restart: 'close' | 'kill'; readonly pause: number };

/** Names few enough to meet, and more than there is room for. */
const NAMES = ['default', 'a', 'b', 'c'];
const LIMIT = 2;
const FAULTS = [
  [],
  [{ rate: 0.5, outcome: 'error' }],
  [{ times: 2, outcome: 'error' }],
  [{ operation: 'createShare', rate: 0.5, outcome: 'error' }, { delay: { min: 1, max: 5 } }],
];

const name = fc.constantFrom(...NAMES);
const prefix = name.map((found) => `/~${found}`);
const steer = (method: string, path: string, bodies: readonly unknown[]) =>
  fc.record({
    request: name.map((found) => `${method} /_mock/sandboxes/${found}${path}`),
    body: fc.constantFrom(...bodies),
  });

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      request: prefix.map((found) => `POST ${found}${SHARES}`),
      body: fc.constantFrom(
        { expires_at: '2025-03-26T15:00:00Z' },
        { expires_at: '2030-01-01T00:00:00Z' },
        { expires_at: 'soon' },
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      share: fc.nat({ max: 5 }),
      method: fc.constantFrom('GET', 'DELETE', 'preview'),
      prefix,
    }),
  },
  { weight: 2, arbitrary: fc.record({ request: prefix.map((found) => `GET ${found}${SHARES}`) }) },
  { weight: 2, arbitrary: fc.record({ pass: fc.integer({ min: 1000, max: 3_600_000 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      restart: fc.constantFrom('close', 'kill'),
      pause: fc.integer({ min: -1000, max: 86_400_000 }),
    }),
  },
  steer('PUT', '/scenario', [{ name: 'many' }, { name: 'default' }, { name: 'server-error' }]),
  steer(
    'PUT',
    '/faults',
    FAULTS.map((faults) => ({ faults })),
  ),
  steer('PUT', '/clock', [{ now: '2025-03-26T14:59:59Z' }, { now: '2031-01-01T00:00:00Z' }]),
  steer('POST', '/clock/advance', [{ by: 'PT30M' }, { by: '-PT30M' }]),
  steer('PUT', '/webhook', [{ url: 'http://a.test/', secret: 's' }]),
  steer('POST', '/reset', [undefined]),
  steer('DELETE', '', [undefined]),
  steer('GET', '', [undefined]),
  steer('GET', '/state/crego', [undefined]),
  fc.constant({ request: 'GET /_mock/sandboxes' }),
);

/** Server on files of a folder, whose time is real time that only passes when it is told to. */
function startSteps(at: (name: string) => string, isInterrupted: boolean) {
  const shares: { readonly id: string; readonly token: string }[] = [];
  let time = Date.parse('2030-01-01T00:00:00Z');
  let starts = 0;
  let server = open();
  return { step, end: () => server[Symbol.dispose]() };

  function open(): KeptMock {
    const file = isInterrupted ? at(`${starts}.db`) : undefined;
    return startKept(file, { limit: LIMIT, readTime: () => time, wait: async () => {} });
  }

  async function step(happened: Event): Promise<unknown> {
    if ('pass' in happened) {
      time += happened.pass;
      return undefined;
    }
    if ('restart' in happened) {
      // Time that no request has seen is lost with a server that is killed.
      const answer = await ask('GET /_mock/sandboxes/default/clock');
      if (isInterrupted) await restart(happened.restart === 'kill');
      if (isInterrupted) time += happened.pause;
      if (isInterrupted) server = open();
      return answer;
    }
    if ('request' in happened) return ask(happened.request, happened.body);
    const { method, prefix: sandbox, share } = happened;
    const { id, token } = shares[share % shares.length] ?? { id: 'none', token: 'none' };
    return method === 'preview'
      ? ask(`GET ${sandbox}/crego/shares/${token}/preview/`)
      : ask(`${method} ${sandbox}${SHARES}${id}/`);
  }

  /** Ends the server; one that is killed leaves what the system has of its files. */
  async function restart(isKilled: boolean): Promise<void> {
    const file = at(`${starts}.db`);
    starts += 1;
    if (isKilled) await copyBoth();
    server[Symbol.dispose]();
    if (!isKilled) await copyFile(file, at(`${starts}.db`));

    async function copyBoth() {
      for (const end of ['', '-wal']) await copyFile(file + end, at(`${starts}.db${end}`));
    }
  }

  async function ask(request: string, body?: unknown): Promise<unknown> {
    const answer = await server.ask(request, body);
    if (answer.status === 201) shares.push(answer.body);
    // The journal ends with the server.
    const text = JSON.stringify(answer.body, (key, value) => (key === 'requests' ? 0 : value));
    return [request, answer.status, text];
  }
}

describe('a state file', () => {
  test('lets any history go on as though the server had never ended', async () => {
    const folder = await makeFolder();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 60 }), async (events) => {
        runs += 1;
        const run = runs;
        const constant = startSteps(folder.at, false);
        const interrupted = startSteps((file) => folder.at(`${run}-${file}`), true);
        try {
          for (const happened of events) {
            expect(await interrupted.step(happened)).toEqual(await constant.step(happened));
          }
        } finally {
          interrupted.end();
        }
      }),
      propertyRuns(60),
    );
  });
});
