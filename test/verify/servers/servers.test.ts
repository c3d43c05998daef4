import { join } from 'node:path';
import { afterEach, describe, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { createMatcher } from '../../../src/contract/match/match-operation.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { DEFECT_NAMES, type DefectName } from './defects.ts';
import { TOKEN } from './rules.ts';
import { DOCUMENTS } from './seed.ts';
import { type LinkServer, startServer } from './start-server.ts';

interface Sent {
  readonly body?: unknown;
  readonly token?: string | undefined;
}

interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
  /** Member of the body, or nothing. */
  readonly at: (name: string) => unknown;
  /** Member of each listed link. */
  readonly each: (name: string) => unknown[];
}

/** Sends a request, with the right token unless another one is named. */
type Ask = (method: string, path: string, sent?: Sent) => Promise<Got>;

const LINKS = `/documents/${DOCUMENTS[0]}/links`;
const SEEDED = `${LINKS}/lnk_a1b2c3d4e5`;
const UNKNOWN = `${LINKS}/lnk_0000000000`;

/** What shows each defect: tells whether a server has it. */
const SHOWN: Readonly<Record<DefectName, (ask: Ask) => Promise<boolean>>> = {
  'leaves out expires_at where it is null': async (ask) =>
    !(await create(ask, {})).text.includes('"expires_at":null'),
  'shows total as a text': async (ask) => (await ask('GET', LINKS)).at('total') === '7',
  'shows an undocumented state': async (ask) =>
    (await ask('GET', `${LINKS}?state=revoked`)).each('state').includes('disabled'),
  'answers 200 to a create': async (ask) => (await create(ask, {})).status === 200,
  'words a 404 in another shape': async (ask) =>
    (await ask('GET', UNKNOWN)).at('error') === 'not found',
  'leaves out Location': async (ask) => !(await create(ask, {})).headers.has('Location'),
  'opens as text/plain': async (ask) => {
    const { headers } = await ask('GET', '/open/tok4mz0q7w1x9c3v5b2n', { token: undefined });
    return headers.get('Content-Type') === 'text/plain';
  },
  'shows a link without credentials': async (ask) => {
    const refused = await ask('DELETE', SEEDED, { token: undefined });
    return (await ask('GET', SEEDED, { token: undefined })).status === 200 && is(refused, 401);
  },
  'accepts any token': async (ask) => {
    const refused = await ask('GET', LINKS, { token: undefined });
    return (await ask('GET', LINKS, { token: 'wrong' })).status === 200 && is(refused, 401);
  },
  'accepts a label of 41 characters': async (ask) => {
    const longer = await create(ask, { label: 'é'.repeat(42) });
    return is(await create(ask, { label: 'é'.repeat(41) }), 201) && is(longer, 422);
  },
  'accepts page 0': async (ask) => {
    const below = await ask('GET', `${LINKS}?page=-1`);
    return is(await ask('GET', `${LINKS}?page=0`), 200) && is(below, 400);
  },
  'refuses 365 days': async (ask) => {
    const below = await create(ask, { expires_in: 364 });
    return is(await create(ask, { expires_in: 365 }), 422) && is(below, 201);
  },
  'shows the password': async (ask) =>
    (await create(ask, { password: 'not for you' })).text.includes('not for you'),
  'opens a revoked link': async (ask) => {
    const made = await create(ask, {});
    await ask('PATCH', pathOf(made), { body: { state: 'revoked' } });
    return is(await ask('GET', `/open/${made.at('token')}`), 200);
  },
  'lists a removed link': async (ask) => {
    await ask('DELETE', SEEDED);
    const isShown = is(await ask('GET', SEEDED), 200);
    return (await ask('GET', LINKS)).each('id').includes('lnk_a1b2c3d4e5') && !isShown;
  },
  'shows a removed link': async (ask) => {
    await ask('DELETE', SEEDED);
    const isListed = (await ask('GET', LINKS)).each('id').includes('lnk_a1b2c3d4e5');
    return is(await ask('GET', SEEDED), 200) && !isListed;
  },
  'clears tags when something else is changed': async (ask) => {
    const made = await create(ask, { tags: ['kept'] });
    await ask('PATCH', pathOf(made), { body: { label: 'Other' } });
    const shown = await ask('GET', pathOf(made));
    return shown.at('label') === 'Other' && shown.text.includes('"tags":[]');
  },
  'does not keep a change': async (ask) => {
    const made = await create(ask, { label: 'Before' });
    const changed = await ask('PATCH', pathOf(made), { body: { label: 'After' } });
    const shown = await ask('GET', pathOf(made));
    return changed.at('label') === 'After' && shown.at('label') === 'Before';
  },
  'keeps 20 characters of a label': async (ask) => {
    const made = await create(ask, { label: 'abcdefghijklmnopqrstuvwxyz' });
    return (await ask('GET', pathOf(made))).at('label') === 'abcdefghijklmnopqrst';
  },
  'does not list a new link': async (ask) => {
    const made = await create(ask, {});
    const isShown = is(await ask('GET', pathOf(made)), 200);
    return !(await ask('GET', LINKS)).each('id').includes(made.at('id')) && isShown;
  },
  'does not sort': async (ask) => {
    const labels = (await ask('GET', `${LINKS}?sort=label`)).each('label').map(String);
    return labels.join() !== labels.toSorted().join();
  },
  'ignores the filter': async (ask) =>
    (await ask('GET', `${LINKS}?state=revoked`)).each('state').includes('live'),
  'loses links that expire by the filter': async (ask) => {
    const live = (await ask('GET', LINKS)).each('state').filter((state) => state === 'live');
    const kept = (await ask('GET', `${LINKS}?state=live`)).each('state');
    return kept.length < live.length && kept.every((state) => state === 'live');
  },
  'repeats a link on the second page': async (ask) => {
    const [first, second] = await Promise.all([
      ask('GET', `${LINKS}?page_size=2`),
      ask('GET', `${LINKS}?page_size=2&page=2`),
    ]);
    return first.each('id').some((id) => second.each('id').includes(id));
  },
  'denies a last page of one link': async (ask) => {
    const isDenied = (await ask('GET', `${LINKS}?page_size=3&page=2`)).at('has_next') === false;
    return isDenied && (await ask('GET', `${LINKS}?page_size=3&page=3`)).each('id').length === 1;
  },
  'counts the links of the page alone': async (ask) =>
    (await ask('GET', `${LINKS}?page_size=2`)).at('total') === 2,
  'shows another created_at each time': async (ask) => {
    const [one, other] = await Promise.all([ask('GET', SEEDED), ask('GET', SEEDED)]);
    return one.at('created_at') !== other.at('created_at');
  },
  'fails for an unknown link': async (ask) => is(await ask('GET', UNKNOWN), 500),
  'shows another link for an unknown one': async (ask) =>
    (await ask('GET', UNKNOWN)).at('id') === 'lnk_a1b2c3d4e5',
};

const contract = await loadContract(join(import.meta.dirname, 'links.yaml'));
const match = createMatcher(contract);
const checks = createContractChecks(contract);

let server: LinkServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('a defect of the link server', () => {
  test.for(DEFECT_NAMES)('is shown: %s', async (name, { expect }) => {
    server = await startServer(name);
    expect(await SHOWN[name](createAsk(server))).toBe(true);
  });

  test.for(DEFECT_NAMES)('is not of the right one: %s', async (name, { expect }) => {
    server = await startServer();
    const ask = createAsk(server);
    const broken: unknown[] = [];
    const isShown = await SHOWN[name](async (method, path, sent) => {
      const got = await ask(method, path, sent);
      broken.push(...listBroken(method, path, got));
      return got;
    });
    expect(isShown).toBe(false);
    expect(broken).toEqual([]);
  });
});

/** Lists how an answer breaks the contract. */
function listBroken(method: string, path: string, { status, headers, body }: Got) {
  const found = match(method.toLowerCase(), path.replace(/\?.*/, ''));
  if (found.kind !== 'operation') return [`${method} ${path} is not documented.`];
  return checks.checkResponse(found.operation, { status, headers, body });
}

function createAsk({ url }: LinkServer): Ask {
  return async (method, path, sent = {}) => {
    const { token } = { token: TOKEN, ...sent };
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(sent.body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const at = (name: string) => member(body, name);
    const each = (name: string) => {
      const items = at('items');
      return Array.isArray(items) ? items.map((item) => member(item, name)) : [];
    };
    return { status: response.status, headers: response.headers, text, body, at, each };
  };
}

function create(ask: Ask, more: object): Promise<Got> {
  return ask('POST', LINKS, { body: { label: 'New', target: 'page', ...more } });
}

function pathOf(made: Got): string {
  return `${LINKS}/${made.at('id')}`;
}

function is({ status }: Got, expected: number): boolean {
  return status === expected;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value)).get(name);
}
