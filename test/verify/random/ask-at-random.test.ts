import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { verify } from '../../../src/verify/index.ts';
import { TOKEN } from '../servers/rules.ts';
import { startServer } from '../servers/start-server.ts';
import { createParcelServer, type Defect, PARCELS, refuse } from './parcel-server.ts';

const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1);

interface Told {
  readonly kind: string;
  readonly where: string;
  /** Part of the command, with the least request in it. */
  readonly command: RegExp;
  readonly expected?: string;
}

const DEFECTS: Readonly<Record<string, readonly [Defect, Told]>> = {
  'refuses two members together': [
    ({ body }) =>
      'weight' in body && 'insured' in body ? refuse('Too heavy to insure.') : undefined,
    {
      kind: 'refused-allowed',
      where: 'body /weight, body /insured',
      command: /-d '\{"to":"Ada","weight":\d+,"insured":(true|false)\}'/,
    },
  ],
  'refuses a member of a member with another one': [
    ({ body }) =>
      /height/.test(JSON.stringify(body.size) ?? '') && 'tags' in body
        ? refuse('No room for tags.')
        : undefined,
    {
      kind: 'refused-allowed',
      where: 'body /tags, body /size',
      command: /-d '\{"to":"Ada","tags":\[.*\],"size":\{"width":\d+,"height":\d+\}\}'/,
    },
  ],
  'refuses two parameters together': [
    ({ query }) =>
      query.has('state') && query.has('since') ? refuse('One at a time.') : undefined,
    {
      kind: 'refused-allowed',
      where: 'query state, query since',
      command: /parcels\?state=sent&since=2026-01-31'/,
    },
  ],
  'refuses a header with a parameter': [
    ({ query, headers }) =>
      query.has('size') && headers.has('x-trace') ? refuse('No trace of sizes.') : undefined,
    { kind: 'refused-allowed', where: 'query size, header X-Trace', command: /parcels\?size=\d+'/ },
  ],
  'fails at a length that is at no border': [
    ({ body: { note = '' } }) =>
      String(note).length >= 32 && String(note).length < 100
        ? new Response('Oh.', { status: 500 })
        : undefined,
    {
      kind: 'server-error',
      where: 'body /note',
      command: /"note":"[^"]{32}"/,
      expected: 'answer status: an answer that the contract describes',
    },
  ],
  'breaks its schema for a value together with a tag': [
    ({ body }) =>
      body.pace === 'night' && Array.isArray(body.tags) && body.tags.length > 0
        ? Response.json({ ...body, pace: 3 })
        : undefined,
    {
      kind: 'answer-breaks-schema',
      where: 'body /pace, body /tags',
      command: /-d '\{"to":"Ada","pace":"night","tags":\["[^"]+"\]\}'/,
    },
  ],
};

function ask(defect: Defect, options: { readonly runs?: number; readonly seed?: number } = {}) {
  return verify({ contract: PARCELS, fetch: createParcelServer(defect), write: true, ...options });
}

describe('requests at random', () => {
  test.for(Object.entries(DEFECTS))('tell the least request of a server that %s', async (one) => {
    const [, [defect, { command, expected: said, ...told }]] = one;
    const without = await ask(defect, { runs: 0 });
    expect(without.findings).toEqual([]);
    const { findings } = await ask(defect, { runs: 60 });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.finding).toMatchObject(told);
    expect(findings[0]?.finding.reproduce[0]).toMatch(command);
    if (said !== undefined) expect(findings[0]?.finding.expected).toBe(said);
  });

  test('say nothing of a right server, and are no more than a third', async () => {
    for (const seed of SEEDS.slice(0, 8)) {
      const plain = await ask(() => undefined, { runs: 0, seed });
      const { findings, requests } = await ask(() => undefined, { runs: 1000, seed });
      expect({ seed, findings }).toEqual({ seed, findings: [] });
      expect(requests).toBeGreaterThan(plain.requests);
      expect(requests - plain.requests).toBeLessThanOrEqual(requests / 3);
    }
  });

  test('say nothing of the right server of links', async () => {
    const contract = await loadContract(join(import.meta.dirname, '../servers/links.yaml'));
    for (const seed of SEEDS) {
      const { url, close } = await startServer();
      const headers = { Authorization: `Bearer ${TOKEN}` };
      const { findings, operations } = await verify({ contract, url, headers, write: true, seed });
      await close();
      expect({ seed, findings }).toEqual({ seed, findings: [] });
      expect(operations.every(({ milliseconds }) => milliseconds > 0)).toBe(true);
    }
  }, 120_000);

  test('are the same for the same seed', async () => {
    const sent = async (seed: number) => {
      const bodies: string[] = [];
      await ask(({ body, query }) => void bodies.push(JSON.stringify([body, `${query}`])), {
        seed,
      });
      return bodies.toSorted();
    };
    expect(await sent(3)).toEqual(await sent(3));
    expect(await sent(3)).not.toEqual(await sent(4));
  });

  test('do not tell again what a single case has found', async () => {
    const { findings } = await ask(({ body: { weight } }) =>
      weight === 30000 ? new Response(null, { status: 500 }) : undefined,
    );
    expect(findings.map(({ finding: { kind } }) => kind)).toEqual(['server-error']);
  });

  test('do not tell what fails but once', async () => {
    let count = 0;
    const { findings } = await ask(({ body }) => {
      if (!('weight' in body && 'insured' in body)) return undefined;
      count += 1;
      return count === 1 ? refuse('Not now.') : undefined;
    });
    expect({ count, findings }).toMatchObject({ findings: [] });
    expect(count).toBeGreaterThan(1);
  });
});
