import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Message, messagesOf, readMessage, textOf } from './read-protobuf.ts';

export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly parentId: string;
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly resource: Readonly<Record<string, string>>;
}

/**
 * Starts a collector that takes traces by OTLP over HTTP,
 * https://opentelemetry.io/docs/specs/otlp/#otlphttp.
 */
export async function receiveSpans(status = 200) {
  const received: ReceivedSpan[] = [];
  const targets: string[] = [];
  const server = createServer(async (request, response) => {
    targets.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
    received.push(...readSpans(readMessage(await buffer(request))));
    response.writeHead(status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, received, targets, [Symbol.asyncDispose]: close };
}

/** Fields are numbered as in `opentelemetry/proto/trace/v1/trace.proto`. */
function readSpans(request: Message): ReceivedSpan[] {
  return messagesOf(request, 1).flatMap((resourceSpans) => {
    const [resource] = messagesOf(resourceSpans, 1).map((one) => readAttributes(one, 1));
    return messagesOf(resourceSpans, 2)
      .flatMap((scopeSpans) => messagesOf(scopeSpans, 2))
      .map((span) => ({
        name: textOf(span, 5),
        traceId: textOf(span, 1, 'hex'),
        parentId: textOf(span, 4, 'hex'),
        kind: textOf(span, 6),
        attributes: readAttributes(span, 9),
        resource: resource ?? {},
      }));
  });
}

/** Of each attribute its text, or else its integer. */
function readAttributes(message: Message, field: number): Record<string, string> {
  return Object.fromEntries(
    messagesOf(message, field).map((attribute) => {
      const [value = new Map()] = messagesOf(attribute, 2);
      return [textOf(attribute, 1), textOf(value, value.has(1) ? 1 : 3)];
    }),
  );
}
