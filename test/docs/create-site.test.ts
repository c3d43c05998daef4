import { describe, expect, test } from 'vitest';
import type { Contract } from '../../src/contract/model/contract.ts';
import { PAGE_POLICY, REFERENCE_POLICY } from '../../src/docs/layout/page-policy.ts';
import { findBrokenLinks } from './find-broken-links.ts';
import { OWN_SITE, OWN_SOURCE } from './own-site.ts';
import { readElements } from './read-elements.ts';

const { apis } = OWN_SOURCE;
const names = apis.map(({ name }) => name);
const pages = OWN_SITE.paths.filter((path) => path.endsWith('.html'));

const rendered = new Map<string, Promise<string>>();

/** Reads a file of the site, which is rendered once. */
function read(path: string): Promise<string> {
  const known = rendered.get(path) ?? OWN_SITE.render(path).then((file) => file?.body ?? '');
  rendered.set(path, known);
  return known;
}

function listOperations({ operations, webhooks }: Contract) {
  return [...operations, ...webhooks];
}

/** Document that Redoc is given. */
async function readDefinition(api: string) {
  const html = await read(`${api}.html`);
  const start = html.indexOf('>', html.indexOf('id="definition"')) + 1;
  return JSON.parse(html.slice(start, html.indexOf('</script>', start)));
}

describe('the site of this repository', () => {
  test('has guides, three pages for each provider, and what compares them', () => {
    const guides = ['getting-started', 'recipes', 'testing', 'clients', 'verifying', 'ci'];
    const more = ['replicas', 'agents', 'your-own-contract', 'behaviour', 'mocks', 'accuracy'];
    expect(pages).toEqual([
      'index.html',
      ...[...guides, ...more].map((name) => `guides/${name}.html`),
      ...names.flatMap((name) =>
        name === 'mock-control'
          ? [`${name}.html`]
          : [`${name}.html`, `behaviour/${name}.html`, `provenance/${name}.html`],
      ),
      ...['comparison', 'fidelity', 'changelog', 'security'].map((name) => `about/${name}.html`),
    ]);
  });

  test('has no link that leads nowhere', async () => {
    expect(await findBrokenLinks(OWN_SITE)).toEqual([]);
  });

  test.each(pages)(
    '%s allows no request to another host, before anything else can ask',
    async (path) => {
      const html = await read(path);
      const [charset, policy] = readElements(html.slice(html.indexOf('<head>'))).slice(1);
      expect(charset?.attributes.get('charset')).toBe('utf-8');
      const isReference = html.includes('id="redoc"');
      expect(policy?.attributes.get('content')).toBe(isReference ? REFERENCE_POLICY : PAGE_POLICY);
      expect(`${PAGE_POLICY} ${REFERENCE_POLICY}`).not.toMatch(/https?:|\*/);
    },
  );

  test.each(pages)('%s has no script of its own', async (path) => {
    const scripts = readElements(await read(path)).filter(({ name }) => name === 'script');
    const inline = scripts.filter(
      ({ attributes }) => !attributes.has('src') && attributes.get('type') !== 'application/json',
    );
    expect(inline).toEqual([]);
    expect(scripts.length).toBeGreaterThan(0);
  });

  test('lists the Markdown of every page in llms.txt', async () => {
    const list = await read('llms.txt');
    for (const path of pages) expect(list).toContain(`(${path.replace(/html$/, 'md')})`);
    const whole = await read('llms-full.txt');
    expect(whole).toContain('# Mocking recipes');
    expect(whole).toContain('(createShare)');
  });

  test('is not larger than 300 kB without the references, compressed', async () => {
    const { gzipSync } = await import('node:zlib');
    const shown = OWN_SITE.paths.filter(
      (path) => !names.includes(path.replace(/\.(?:html|md)$/, '')) && !path.endsWith('.md'),
    );
    const own = shown.filter((path) => !/redoc|reference|llms/.test(path));
    const sizes = await Promise.all(own.map(async (path) => gzipSync(await read(path)).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
  });
});

describe.each(apis)('the reference of $name', ({ name, contract, mount }) => {
  test('has the mock before the servers of the provider', async () => {
    const { servers } = await readDefinition(name);
    expect(servers[0]).toEqual({
      url: `http://127.0.0.1:4010${mount}`,
      description: 'Mock on this machine',
    });
  });

  test.each(listOperations(contract))(
    'shows where $id comes from, and only there',
    async ({ id, provenance }) => {
      const text = JSON.stringify(await readDefinition(name));
      const shown =
        new RegExp(`"operationId":"${id}"[^{}]*"description":"([^"]*)`).exec(text)?.[1] ?? '';
      const level = provenance?.level;
      if (level === undefined) expect(shown).not.toContain('Provenance');
      else expect(shown).toMatch(`**Provenance: ${level}.**`);
    },
  );

  test.each(contract.operations)('shows how $id is called', async ({ id, method, path }) => {
    const { paths } = await readDefinition(name);
    const samples = paths[path][method]['x-codeSamples'];
    expect(samples[0].lang).toBe('Shell');
    expect(samples[0].source).toContain(`http://127.0.0.1:4010${mount}/`);
    const twin = await read(`${name}.md`);
    const start = twin.indexOf(`(${id})\n`);
    expect(twin.slice(start, twin.indexOf('\n## ', start))).toContain(samples[0].source);
  });
});

describe('the page about provenance', () => {
  test.each(apis.filter(({ name }) => name !== 'mock-control'))(
    'of $name has every note of the contract whose fact is not documented',
    async ({ name, contract }) => {
      const notes = JSON.stringify(contract.document).matchAll(
        /"level":"(?:source|inferred|assumed)","note":"((?:[^"\\]|\\.)*)"/g,
      );
      const shown = (await read(`provenance/${name}.md`)).replaceAll('\\|', '|');
      const missing = [...notes]
        .map(([, note]) =>
          String(JSON.parse(`"${note}"`))
            .replaceAll(/\s+/g, ' ')
            .trim(),
        )
        .filter((note) => !shown.includes(note));
      expect(missing).toEqual([]);
    },
  );
});

describe('the page about behaviour', () => {
  test.each(apis.filter(({ behaviour }) => behaviour !== undefined))(
    'of $name colours what the mock does, and what not',
    async ({ name, behaviour }) => {
      const html = await read(`behaviour/${name}.html`);
      for (const answer of ['yes', 'no']) {
        const written = behaviour?.text.match(new RegExp(`(?<=\\| )${answer}\\b`, 'g'))?.length;
        expect(written).toBeGreaterThan(1);
        expect(html.split(`<span class="label ${answer}">`).length - 1).toBe(written);
      }
    },
  );
});
