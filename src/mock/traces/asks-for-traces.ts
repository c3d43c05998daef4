/** Variables by which OpenTelemetry is set up, https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables. */
export type TraceVariables = Readonly<Record<string, string | undefined>>;

/** Whether the standard variables ask for traces: one names an endpoint, and none turns them off. */
export function asksForTraces(env: TraceVariables): boolean {
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint?.trim() || isTrue(env.OTEL_SDK_DISABLED)) return false;
  const exporters = env.OTEL_TRACES_EXPORTER?.trim() || 'otlp';
  return exporters.split(',').some((name) => name.trim() === 'otlp');
}

/** Any other text than `true`, in whatever case, is false. */
function isTrue(text: string | undefined): boolean {
  return text?.trim().toLowerCase() === 'true';
}
