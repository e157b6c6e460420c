import { createServer } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startTracing, traceCarrier, traced } from "@/lib/tracing";
import { bark, reading, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";
import { changeEnv } from "@/testing/change-env";
import { listen } from "@/testing/listen";
import { until } from "@/testing/until";

const { connect } = sidecarFixture();

const Value = z.object({ stringValue: z.string().optional() });
const Sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.object({ key: z.string(), value: Value })) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A collector that keeps what it gets. */
const collected: { body: string; sent: z.infer<typeof Sent> }[] = [];
const collector = createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
    const raw = Buffer.concat(chunks);
    const body = (request.headers["content-encoding"] === "gzip" ? gunzipSync(raw) : raw).toString();
    collected.push({ body, sent: Sent.parse(JSON.parse(body)) });
    response.setHeader("content-type", "application/json").end("{}");
  })();
});
const spans = () =>
  collected.flatMap(({ sent }) =>
    sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans: all }) => all)),
  );

let stop: () => Promise<void>;
beforeAll(async () => {
  const url = `http://127.0.0.1:${await listen(collector)}`;
  changeEnv("OTEL_EXPORTER_OTLP_ENDPOINT", url);
  changeEnv("OTEL_BSP_SCHEDULE_DELAY", "100");
  stop = await startTracing("barker-tests");
});
afterAll(async () => {
  await stop();
  collector.close();
});

describe("a trace", () => {
  it("leads from a request by its queries and the worker to the gateway, and quotes nothing", async () => {
    const { reader, author, token } = await reading();
    const device = await connect(reader.id, token);
    const name = `POST of ${author.id}`;
    // The worker of another test file may take the job, and that one has no collector.
    await until(async () => {
      const heard = device.barks().length;
      await traced(name, {}, () => bark(author.id, "The heron is back on the weir"));
      await device.hears(heard + 1);
      await new Promise((resolve) => setTimeout(resolve, 400));
      const roots = spans().filter((span) => span.name === name);
      return roots.some(({ traceId }) => {
        const names = spans()
          .filter((span) => span.traceId === traceId)
          .map((span) => span.name);
        const steps = ["barks/create_plain", "deliver bark", "effects/recipients", "live event"];
        return steps.every((step) => names.some((each) => each.startsWith(step)));
      });
    }, 30_000);
    expect(JSON.stringify(collected[0]?.sent.resourceSpans[0]?.resource)).toContain("barker-tests");
    expect(collected.map(({ body }) => body).join("")).not.toContain("heron");
  });

  it("says the kind of an error, and not its message", async () => {
    await expect(
      traced("what fails", {}, async () => Promise.reject(new TypeError("the otter wrote this"))),
    ).rejects.toThrow("the otter wrote this");
    await until(() => spans().some((span) => span.name === "what fails"));
    const all = collected.map(({ body }) => body).join("");
    expect(all).toContain("TypeError");
    expect(all).not.toContain("otter wrote");
  });

  it("is nothing, and costs nothing, without a collector", async () => {
    await stop();
    expect(await traced("unseen", {}, async (span) => [span, traceCarrier()])).toEqual([undefined, {}]);
    changeEnv("OTEL_EXPORTER_OTLP_ENDPOINT", "");
    const end = await startTracing("barker-tests");
    expect(traceCarrier()).toEqual({});
    await end();
  });
});
