import { resolve } from 'node:path';
import {
  bundle,
  createConfig,
  getLineColLocation,
  type NormalizedProblem,
} from '@redocly/openapi-core';
import type { Contract } from './contract.ts';
import { ContractError } from './contract-error.ts';
import {
  child,
  children,
  isJsonObject,
  type JsonCursor,
  openDocument,
  text,
} from './json-cursor.ts';
import { readOperations } from './read-operations.ts';
import { upgradeDocument } from './upgrade-document.ts';

/**
 * Loads an OpenAPI document with all files that it refers to (YAML or JSON).
 *
 * OpenAPI 3.0 and Swagger 2.0 are upgraded, so that the contract is always OpenAPI 3.1. Throws ContractError
 * when a file cannot be read or parsed, when a reference leads nowhere, or for a document of another kind.
 */
export async function loadContract(file: string): Promise<Contract> {
  const { document: bundled, files } = await bundleFiles(file);
  const document = naming(file, () => upgradeDocument(bundled) ?? refuseKind(bundled));
  const root = openDocument(document);
  return {
    file,
    files,
    document,
    ...naming(file, () => ({
      title: text(child(root, 'info') ?? root, 'title') ?? file,
      basePath: readBasePath(root),
      operations: readOperations(document, 'paths'),
      webhooks: readOperations(document, 'webhooks'),
    })),
  };
}

/** Reads from the bundle, which does not know its file, and names the file in what goes wrong. */
function naming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    throw new ContractError(`${file}: ${error.message}`, { cause: error });
  }
}

async function bundleFiles(
  file: string,
): Promise<{ document: Record<string, unknown>; files: string[] }> {
  const { bundle: bundled, problems, fileDependencies } = await runBundle(file);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new ContractError(errors.map(formatProblem).join('\n'));
  if (!isJsonObject(bundled.parsed)) {
    throw new ContractError(
      `${file}: expected an OpenAPI document, found ${typeof bundled.parsed}.`,
    );
  }
  return { document: bundled.parsed, files: [...new Set([resolve(file), ...fileDependencies])] };
}

async function runBundle(file: string) {
  try {
    return await bundle({ ref: file, config: await createConfig({}) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContractError(`${file}: ${reason}`, { cause: error });
  }
}

function formatProblem(problem: NormalizedProblem): string {
  const [location] = problem.location;
  if (location === undefined) return problem.message;
  const { source, start } = getLineColLocation(location);
  return `${source.absoluteRef}:${start.line}:${start.col}: ${problem.message}`;
}

function refuseKind(document: Record<string, unknown>): never {
  const member = ['openapi', 'swagger', 'asyncapi', 'arazzo'].find((name) => name in document);
  const found = member === undefined ? 'no such member' : `"${member}: ${document[member]}"`;
  throw new ContractError(`expected OpenAPI 3.0, 3.1 or Swagger 2.0, found ${found}.`);
}

/** Path of the first server URL with its variables at their defaults; one without a default stands for itself. */
function readBasePath(root: JsonCursor): string {
  const server = children(child(root, 'servers'))[0]?.[1];
  if (server === undefined) return '';
  const variables = new Map(
    children(child(server, 'variables')).map(([name, variable]) => [
      name,
      text(variable, 'default') ?? name,
    ]),
  );
  const url = (text(server, 'url') ?? '/').replaceAll(
    /\{([^}]+)\}/g,
    (_, name: string) => variables.get(name) ?? name,
  );
  const parsed = URL.parse(url, 'http://localhost');
  if (parsed === null) throw new ContractError(`expected a server URL, found "${url}".`);
  return parsed.pathname.replace(/\/+$/, '');
}
