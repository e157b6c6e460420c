import { createServer } from "node:http";
import { newId } from "@/lib/ids";
import { listen } from "@/testing/listen";
import { startGateway } from "@/sidecar/gateway/gateway";
import { startWorker } from "@/sidecar/worker/worker";

export interface TestSidecar {
  /** The gateway's name, under which people are registered as connected. */
  name: string;
  url: string;
  stop(): Promise<void>;
}

/** Starts a gateway and a worker in this process. Others may run on the same stores. */
export async function startSidecar(): Promise<TestSidecar> {
  const name = newId();
  const server = createServer((incoming, outgoing) => void gateway.answer(incoming, outgoing));
  const gateway = startGateway(server, name);
  const worker = startWorker(name);
  const url = `http://127.0.0.1:${await listen(server)}`;
  return { name, url, stop: async () => void (await Promise.all([gateway.stop(), worker.stop()])) };
}
