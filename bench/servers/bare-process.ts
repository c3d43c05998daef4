// Replays recorded responses with plain `node:http`: `bare-process.ts FILE PORT`.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Recording } from './bare.ts';

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string | number>;
  readonly body: Buffer;
}

const [file = '', port] = process.argv.slice(2);
const recordings: Recording[] = JSON.parse(readFileSync(file, 'utf8'));
const replies = new Map(recordings.map((recording) => [keyOf(recording), toReply(recording)]));

createServer((request, response) => {
  if (request.method === 'GET') reply(request, '', response);
  else readBody(request, (body) => reply(request, body, response));
}).listen(Number(port), '127.0.0.1');

function reply(
  { method = '', url = '' }: IncomingMessage,
  requestBody: string,
  response: ServerResponse,
): void {
  const found = replies.get(keyOf({ method, url, requestBody }));
  if (found === undefined) response.writeHead(404).end();
  else response.writeHead(found.status, found.headers).end(found.body);
}

function readBody(request: IncomingMessage, done: (body: string) => void): void {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => done(body));
}

function keyOf({ method, url, requestBody }: Pick<Recording, 'method' | 'url' | 'requestBody'>) {
  return `${method} ${url} ${requestBody}`;
}

function toReply({ status, contentType, base64 }: Recording): Reply {
  const body = Buffer.from(base64, 'base64');
  const headers = { 'content-type': contentType, 'content-length': body.length };
  return { status, headers, body };
}
