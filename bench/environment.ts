import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { CONNECTIONS } from './load.ts';
import { ROUNDS } from './measure-case.ts';
import type { Environment } from './results.ts';

const MANIFESTS: Readonly<Record<string, readonly string[]>> = {
  '../package.json': ['@stoplight/prism-cli'],
  './package.json': ['@scalar/mock-server', '@mockoon/cli', '@octokit/openapi', 'autocannon'],
};

/** Environment that the results depend on, without anything that identifies a machine. */
export function describeEnvironment(settings: {
  readonly seconds: number;
  readonly memorySeconds: number;
}): Environment {
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    cores: availableParallelism(),
    connections: CONNECTIONS,
    rounds: ROUNDS,
    seconds: settings.seconds,
    memorySeconds: settings.memorySeconds,
    versions: Object.fromEntries(Object.entries(MANIFESTS).flatMap(readVersions)),
  };
}

/** The manifests pin exact versions, which `npm ci` installs. */
function readVersions([manifest, names]: [string, readonly string[]]): [string, string][] {
  const text = readFileSync(new URL(manifest, import.meta.url), 'utf8');
  const { dependencies = {}, devDependencies = {} }: Manifest = JSON.parse(text);
  const versions = { ...dependencies, ...devDependencies };
  return names.map((name) => [name, versions[name] ?? 'unknown']);
}

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}
