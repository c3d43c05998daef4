import { ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { TraceRequest } from '../answer/trace-request.ts';
import type { HttpRequest } from '../http/message.ts';
import { describeSpan, type TracedServer } from './describe-span.ts';

/** Requests that ask how a server does, which come all the time. */
const WATCHING = /\/(?:health\/(?:live|ready)|metrics)$/;

/** Makes one span of each request, below the one that `traceparent` names: https://www.w3.org/TR/trace-context. */
export function traceRequests(
  tracer: Tracer,
  server: TracedServer & { readonly controlPath: string },
): TraceRequest {
  const propagator = new W3CTraceContextPropagator();
  return (request) => {
    const startTime = readTime();
    return (answer) => {
      const { path } = request;
      if (path.startsWith(server.controlPath) && WATCHING.test(path)) return;
      const { name, attributes, isError } = describeSpan(request, answer, server);
      const parent = propagator.extract(ROOT_CONTEXT, request.headers, FIELDS);
      const options = { kind: SpanKind.SERVER, startTime, attributes };
      const span = tracer.startSpan(name, options, parent);
      if (isError) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(readTime());
    };
  };
}

const FIELDS = {
  keys: () => [],
  get: (headers: HttpRequest['headers'], name: string) => headers.get(name) ?? undefined,
};

/** Unix time in milliseconds, with a fraction. */
function readTime(): number {
  return performance.timeOrigin + performance.now();
}
