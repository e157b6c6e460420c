import { createServer } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { redis } from "@/lib/redis";
import { tcpRedis } from "@/lib/redis/tcp";
import { setTestEnvironment } from "@/testing/environment";
import { listen } from "@/testing/listen";

setTestEnvironment();
afterEach(() => {
  tcpRedis().disconnect();
  vi.unstubAllEnvs();
});

it("a command whose connection is lost fails, and is not sent again", async () => {
  let received = 0;
  const INFO = "redis_version:7.0.0\r\nloading:0";
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      const commands = data.toString().split(/(?=\*\d+\r\n\$)/);
      for (const command of commands) {
        if (/getdel/i.test(command)) {
          received++;
          return socket.destroy();
        }
        socket.write(/info/i.test(command) ? `$${INFO.length}\r\n${INFO}\r\n` : "+OK\r\n");
      }
    });
  });
  vi.stubEnv("REDIS_URL", `redis://127.0.0.1:${await listen(server)}`);
  await expect(redis().getdel("challenge")).rejects.toMatchObject({ code: "away" });
  // Once it has connected again, it would have sent what was pending.
  await vi.waitFor(async () => expect(await redis().publish("any", "thing")).toBe("OK"));
  expect(received).toBe(1);
  server.close();
});
