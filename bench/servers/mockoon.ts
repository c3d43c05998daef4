import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Environment, OpenApiConverter, type Route } from '@mockoon/commons';
import { temporaryFolder } from '../temporary-folder.ts';
import { assignPorts, type DocumentAtPort, listBaseUrls } from './assign-ports.ts';
import { startScript } from './child.ts';
import type { Server } from './server.ts';

const CLI = createRequire(import.meta.url).resolve('@mockoon/cli/bin/run.js');

/**
 * Mockoon CLI without admin API and log file: one process, one port per API. It validates nothing.
 */
export const mockoon: Server = {
  name: 'Mockoon CLI',
  validates: 'nothing',
  launch: async (documents) => {
    const placed = await assignPorts(documents);
    const args = await Promise.all(placed.map(describeEnvironment));
    const options = ['--disable-admin-api', '--disable-log-to-file'];
    return {
      children: [startScript(CLI, ['start', ...options, ...args.flat()])],
      baseUrls: listBaseUrls(placed),
    };
  },
};

async function describeEnvironment({ api, file, port }: DocumentAtPort): Promise<string[]> {
  const data = join(temporaryFolder(), `mockoon-${api}.json`);
  await writeFile(data, JSON.stringify(await convert(await readFile(file, 'utf8'))));
  return ['--data', data, '--port', `${port}`, '--hostname', '127.0.0.1'];
}

/**
 * Converts a document with Mockoon's own converter, then makes each route respond with its first
 * example.
 *
 * If it is started with the OpenAPI file, Mockoon keeps the examples but responds with generated
 * data: https://github.com/mockoon/mockoon/issues/992.
 */
async function convert(document: string): Promise<Environment> {
  const converter = new OpenApiConverter();
  const environment = await converter.convertFromOpenAPI(document, undefined, {
    disableExternalRefs: true,
  });
  if (environment === null) throw new Error('Mockoon cannot convert the document.');
  return { ...environment, endpointPrefix: '', routes: environment.routes.map(preferExample) };
}

/** The first response is generated; examples of the same status follow it. */
function preferExample(route: Route): Route {
  const [generated, ...others] = route.responses;
  const chosen = others.find(({ statusCode }) => statusCode === generated?.statusCode) ?? generated;
  const responses = route.responses.map((response) => ({
    ...response,
    default: response === chosen,
  }));
  return { ...route, responses };
}
