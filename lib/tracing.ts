import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Span,
  type SpanOptions,
} from "@opentelemetry/api";
import type { SpanProcessor } from "@opentelemetry/sdk-trace-node";
import { ApiError } from "@/lib/errors";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

/** What carries a trace to another process, in W3C's form: https://www.w3.org/TR/trace-context/ */
export interface Traced {
  traceparent?: string;
}

const tracing = singleton("tracing", () => ({ isOn: false }));

/** Next's spans of pages have the whole address, in which somebody may search for something. */
const WITHOUT_ADDRESS: SpanProcessor = {
  onStart: (span) => void ("http.target" in span.attributes && span.setAttribute("http.target", "")),
  onEnd: () => undefined,
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
};

/**
 * Sends traces to `OTEL_EXPORTER_OTLP_ENDPOINT` from now on, if it is set; the other variables of OpenTelemetry's SDK apply
 * too. Spans have names of routes, queries and jobs, and ids; never texts, addresses or handles.
 * @param service "barker-web" or "barker-sidecar"
 * @returns sends what is left, and ends it
 */
export async function startTracing(service: string): Promise<() => Promise<void>> {
  if (env().OTEL_EXPORTER_OTLP_ENDPOINT === "") return async () => undefined;
  // Loaded only here: an installation without tracing does not pay for it.
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/sdk-trace-node"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": process.env["OTEL_SERVICE_NAME"] ?? service }),
    spanProcessors: [WITHOUT_ADDRESS, new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  tracing().isOn = true;
  return async () => {
    tracing().isOn = false;
    for (const part of [trace, context, propagation]) part.disable();
    // A collector that is away does not keep a process from ending.
    await provider.shutdown().catch(() => undefined);
  };
}

/**
 * Runs work as a span of the current trace, or of the one that `from` carries. Without tracing, it only runs.
 * @param work gets the span, to give it the name and attributes that are known only later
 */
export function traced<T>(
  name: string,
  { from, ...options }: SpanOptions & { from?: Traced },
  work: (span?: Span) => Promise<T>,
): Promise<T> {
  if (!tracing().isOn) return work();
  const within = from?.traceparent ? propagation.extract(ROOT_CONTEXT, from) : context.active();
  return trace.getTracer("barker").startActiveSpan(name, options, within, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      // Its message may quote what somebody wrote.
      span.setAttribute(
        "error.type",
        error instanceof ApiError ? error.code : error instanceof Error ? error.name : "unknown",
      );
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** What carries the current trace to another process; nothing without tracing. */
export function traceCarrier(): Traced {
  const carrier: Traced = {};
  if (tracing().isOn) propagation.inject(context.active(), carrier);
  return carrier;
}
