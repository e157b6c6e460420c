import { createBridge } from "@/local/bridge/server";
import { connectStore } from "@/local/bridge/store";

const { PORT, REDIS_URL, BRIDGE_TOKEN } = process.env;
if (!PORT || !REDIS_URL || !BRIDGE_TOKEN) throw new Error("The bridge needs PORT, REDIS_URL and BRIDGE_TOKEN.");

const store = connectStore(REDIS_URL);
const bridge = createBridge({ store, token: BRIDGE_TOKEN });
// Listens on this machine only, because the token is sent unencrypted.
bridge.listen(Number(PORT), process.env.BRIDGE_HOST ?? "127.0.0.1");

function stop(): void {
  bridge.close(() => store.close());
  bridge.closeIdleConnections();
  setTimeout(() => process.exit(0), 1_000).unref();
}
process.once("SIGTERM", stop).once("SIGINT", stop);
