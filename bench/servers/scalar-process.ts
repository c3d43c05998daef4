// Serves OpenAPI files with Scalar's mock server: `scalar-process.ts FILE PORT [FILE PORT ...]`.
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const words = process.argv.slice(2);
while (words.length > 0) {
  const [file, port] = words.splice(0, 2);
  if (file === undefined || port === undefined) throw new Error('Expected FILE PORT pairs.');
  const document: Record<string, unknown> = JSON.parse(await readFile(file, 'utf8'));
  const { fetch } = await createMockServer({ document, logger: false });
  serve({ fetch, hostname: '127.0.0.1', port: Number(port) });
}
