import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { environmentOf } from '../../src/cli/cli-environment.ts';
import { createProgram } from '../../src/cli/create-program.ts';
import { createRequestFigures } from '../../src/mock/metrics/request-figures.ts';
import { createStoreFigures } from '../../src/mock/metrics/store-figures.ts';
import { createMetrics } from '../../src/mock/metrics/write-metrics.ts';

const text = readFileSync('docs/guides/replicas.md', 'utf8');
/** Options that the guide names and that the program is to have. */
const COMING = ['--workers'];
/** Of other programs. */
const FOREIGN = ['--build', '--detach', '--filename', '--from-literal', '--schema', '--tag'];

const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );

/** Metrics of a server that has counted something of everything. */
async function listMetrics(): Promise<string[]> {
  const requests = createRequestFigures();
  const storeFigures = createStoreFigures();
  const metrics = createMetrics({ version: '1', requests, storeFigures, isReady: () => true });
  const written = await metrics.write({ sandboxes: 1, store: { name: 'valkey://store', lag: 1 } });
  return [...written.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
}

describe('the guide about replicas', () => {
  test('names options that there are', () => {
    const program = createProgram(environmentOf(process), () => {});
    const known = program.commands
      .find((command) => command.name() === 'mock')
      ?.options.map(({ long }) => String(long));
    const named = new Set(
      [...text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => option),
    );
    expect(named.size).toBeGreaterThan(8);
    expect([...(known ?? []), ...COMING, ...FOREIGN]).toEqual(expect.arrayContaining([...named]));
  });

  test('names metrics that there are', async () => {
    const known = await listMetrics();
    const named = new Set(
      [...text.matchAll(/share_contracts_[a-z_]+/g)].map(([name]) => name.replace(/_bucket$/, '')),
    );
    expect(named.size).toBeGreaterThan(7);
    expect(known).toEqual(expect.arrayContaining([...named]));
  });

  test('names files that there are', () => {
    const named = [...text.matchAll(/(?<![\w/-])(?:deploy\/[\w./-]+|compose\.yaml|Dockerfile)/g)];
    const files = new Set(named.map(([file]) => file).filter((file) => !file.endsWith('token')));
    expect(files).toContain('deploy/kubernetes/');
    expect([...files].filter((file) => !existsSync(file))).toEqual([]);
  });

  test('makes the secrets that the manifests ask for', () => {
    const [commands = ''] = blocks('sh').filter((code) => code.includes('kubectl'));
    const made = commands.split('kubectl ').flatMap((command) => {
      const [, name] = /^create secret generic (\S+)/.exec(command) ?? [];
      return [...command.matchAll(/--from-literal=([\w-]+)=/g)].map(([, key]) => `${name} ${key}`);
    });
    const asked = globSync('deploy/kubernetes/*.yaml')
      .flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')))
      .flatMap((document) => listAsked(document.toJS()));
    expect(new Set(made)).toEqual(new Set(asked));
    expect(made).toHaveLength(3);
  });

  test.each(blocks('yaml').map((code) => ({ code })))(
    'has YAML that can be read: $code',
    ({ code }) => {
      expect(parse(code)).toEqual(expect.any(Object));
    },
  );
});

/** Keys of secrets that a manifest refers to, with the names of these. */
function listAsked(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).flatMap(([member, inner]) => {
    if (member === 'secretKeyRef') return [`${inner.name} ${inner.key}`];
    if (member !== 'secret') return [];
    return inner.items.map((item: { key: string }) => `${inner.secretName} ${item.key}`);
  });
  return [...own, ...Object.values(value).flatMap(listAsked)];
}
