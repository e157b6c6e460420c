import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { env } from "@/lib/env";
import { keepWorkerNumber } from "@/lib/instance/worker-number";
import { log } from "@/lib/log";
import { closeDatabase } from "@/lib/instance/writes";
import { subscribeInvalidations } from "@/lib/redis/cache-invalidation";
import { tcpRedis } from "@/lib/redis/tcp";
import { onShutdown } from "@/lib/shutdown";
import { startTracing } from "@/lib/tracing";
import { startGateway } from "@/sidecar/gateway/gateway";
import { answerProbe } from "@/sidecar/probes";
import { startSequencer } from "@/sidecar/keylog/sequencer";
import { startWorker } from "@/sidecar/worker/worker";

// The sidecar: live events (gateway) and delivery (worker); BARKER_ROLES selects one or both. Any number may run.
// Only its own account can read the files it writes.
process.umask(0o077);
const { HOST, PORT, BARKER_ROLES } = env();
const roles = new Set(BARKER_ROLES.split(","));
const name = randomUUID();

const server = createServer((incoming, outgoing) => {
  if (!gateway?.answer(incoming, outgoing)) void answerProbe(incoming, outgoing);
});
const endTracing = await startTracing("barker-sidecar");
const number = keepWorkerNumber();
const unsubscribe = subscribeInvalidations();
const gateway = roles.has("gateway") ? startGateway(server, name) : null;
const parts = [...(gateway ? [gateway] : []), ...(roles.has("worker") ? [startWorker(name), startSequencer()] : [])];
server.listen(PORT, HOST, () => log().info({ port: PORT, roles: [...roles] }, "sidecar is up"));

onShutdown(async (ms) => {
  await Promise.allSettled(parts.map((part) => part.stop(ms)));
  await number.stop().catch(() => undefined);
  unsubscribe();
  tcpRedis().disconnect();
  await closeDatabase();
  await endTracing();
});
