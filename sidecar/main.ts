import { createServer } from "node:http";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { startGateway } from "@/sidecar/gateway/gateway";
import { answerProbe } from "@/sidecar/probes";
import { startWorker } from "@/sidecar/worker/worker";

// The sidecar: live events (gateway) and delivery (worker), one or both by BARKER_ROLES.
const { HOST, PORT, BARKER_ROLES } = env();
const roles = new Set(BARKER_ROLES.split(",").map((role) => role.trim()));
const name = newId();
tcpRedis().on("error", (error) => log().debug({ err: error }, "redis away"));

const server = createServer((incoming, outgoing) => void answerProbe(incoming, outgoing));
const parts = [
  ...(roles.has("gateway") ? [startGateway(server, name)] : []),
  ...(roles.has("worker") ? [startWorker(name)] : []),
];
server.listen(PORT, HOST, () => log().info({ port: PORT, roles: [...roles] }, "sidecar is up"));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    setTimeout(() => process.exit(0), 5_000).unref();
    void stop();
  });
}

async function stop(): Promise<void> {
  await Promise.allSettled(parts.map((part) => part.stop()));
  tcpRedis().disconnect();
  await driver().close();
  process.exit(0);
}
