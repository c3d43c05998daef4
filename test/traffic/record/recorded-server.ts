import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';
import { formatOrigin } from '../../../src/traffic/format-origin.ts';
import { createHarFile } from '../../../src/traffic/record/har-file.ts';
import { recordTraffic } from '../../../src/traffic/record/record-traffic.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

/** Starts a server that goes away with the test, and gives its origin. */
export async function startServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return formatOrigin(server.address());
}

const CONTRACT = `
security: [{key: []}, {apiKey: []}]
paths:
  /notes:
    get:
      operationId: listNotes
      parameters: [{name: page, in: query, schema: {type: integer}}, {name: ticket, in: query, schema: {type: string}}]
      responses:
        "200":
          description: Notes.
          content: {application/json: {schema: {type: array, items: {type: integer}}}}
    post:
      operationId: createNote
      requestBody:
        content: {application/json: {schema: {type: object, required: [text]}}}
      responses: {"201": {description: Made.}}
  /shares/{token}:
    get:
      operationId: getShare
      parameters: [{name: token, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: Share., content: {application/json: {}}}}
components:
  securitySchemes:
    key: {type: http, scheme: bearer}
    apiKey: {type: apiKey, in: header, name: X-Custom}
`;

/** Records traffic with a server. `finish` gives what was written and logged. */
export async function record(to: string, { bodyLimit = 1000 } = {}) {
  const folder = await makeFolder();
  const path = folder.at('traffic.har');
  const file = await createHarFile(path, { api: 'notes', server: to, isForced: false });
  const lines: string[] = [];
  const recorder = await recordTraffic({
    contract: await contractFromYaml(CONTRACT),
    to: new URL(to),
    port: 0,
    host: '127.0.0.1',
    bodyLimit,
    isInsecure: false,
    file,
    log: (more) => lines.push(...more),
    onFailure: (error) => {
      throw error;
    },
    onUncompilable: (error) => {
      throw error;
    },
  });
  const readText = () => readFile(path, 'utf8');
  return {
    url: recorder.url,
    path,
    readText,
    finish: async () => {
      await recorder.close();
      await file.close();
      const text = await readText();
      return { text, log: JSON.parse(text).log, lines: lines.join('\n'), ...recorder.counts() };
    },
  };
}
