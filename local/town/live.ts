import { withTurn } from "@/lib/instance/turn";
import { keepWorkerNumber } from "@/lib/instance/worker-number";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { life } from "@/local/town/life";
import { messagesOfTheTown } from "@/local/town/messages/live";

// Simulates daily life in the demo town, and runs the devices of some townspeople, until it is stopped; in one process at
// a time when several share a database.
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

const number = keepWorkerNumber();
await withTurn("town", stopping.signal, async (stop) => {
  await Promise.all([life(stop), messagesOfTheTown(stop)]);
});
await number.stop().catch(() => undefined);
tcpRedis().disconnect();
await driver().close();
