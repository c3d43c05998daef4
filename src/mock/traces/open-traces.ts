import { randomUUID } from 'node:crypto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import type { TraceRequest } from '../answer/trace-request.ts';
import type { TraceVariables } from './asks-for-traces.ts';
import type { TracedServer } from './describe-span.ts';
import { readSampler } from './read-sampler.ts';
import { traceRequests } from './trace-requests.ts';

/** Traces that are sent to a collector. */
export interface Traces {
  readonly trace: TraceRequest;
  /** Sends what is left, for a few seconds at most. */
  readonly close: () => Promise<void>;
}

export interface TracesOptions extends TracedServer {
  readonly version: string;
  /** Path of the control API. */
  readonly controlPath: string;
  /** Those of the process, which the exporter reads by itself. */
  readonly env: TraceVariables;
  /** Takes what is wrong with the variables, and once that traces cannot be sent. */
  readonly say: (message: string) => void;
}

const PROTOCOL = 'http/protobuf';
/** Milliseconds. */
const CLOSE_TIMEOUT = 3000;

/** Sends a span of each request by OTLP over HTTP, to the endpoint that the standard variables name. */
export function openTraces({ version, env, say, ...server }: TracesOptions): Traces {
  const protocol =
    env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL || env.OTEL_EXPORTER_OTLP_PROTOCOL || PROTOCOL;
  if (protocol.trim() !== PROTOCOL) {
    say(
      `OTEL_EXPORTER_OTLP_PROTOCOL: expected ${PROTOCOL}, found "${protocol}". Traces are sent by ${PROTOCOL}.`,
    );
  }
  const sampler = readSampler(env, say);
  const processor = new BatchSpanProcessor({
    exporter: sayFailures(new OTLPTraceExporter(), say),
    ...readBatches(env),
  });
  const provider = new TracerProvider({
    resource: describeService(version),
    spanProcessors: [processor],
    ...(sampler && { sampler }),
  });
  return {
    trace: traceRequests(provider.getTracer('share-contracts', version), server),
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_TIMEOUT).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
    },
  };
}

function describeService(version: string) {
  const own = resourceFromAttributes({
    'service.name': 'share-contracts',
    'service.version': version,
    'service.instance.id': randomUUID(),
  });
  const detectors = [resourceAttributesEnvDetector, serviceNameEnvDetector];
  return defaultResource().merge(own).merge(detectResources({ detectors }));
}

/** The standard variables for batches, https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables. */
function readBatches(env: TraceVariables) {
  const read = (name: string) => {
    const value = Number(env[name] || Number.NaN);
    return value > 0 ? value : undefined;
  };
  const given = {
    scheduledDelayMillis: read('OTEL_BSP_SCHEDULE_DELAY'),
    exportTimeoutMillis: read('OTEL_BSP_EXPORT_TIMEOUT'),
    maxQueueSize: read('OTEL_BSP_MAX_QUEUE_SIZE'),
    maxExportBatchSize: read('OTEL_BSP_MAX_EXPORT_BATCH_SIZE'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The library keeps failures to itself, unless a logger is set for the whole process. */
function sayFailures(exporter: SpanExporter, say: TracesOptions['say']): SpanExporter {
  let isSaid = false;
  return {
    export: (spans, onEnd) =>
      exporter.export(spans, (result) => {
        if (result.error !== undefined && !isSaid) {
          isSaid = true;
          say(`Traces could not be sent: ${result.error.message}. This is said once.`);
        }
        onEnd(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
