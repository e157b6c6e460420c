import { createServer } from "node:http";
import { once } from "node:events";

import { expect, test } from "vitest";

import { webSpec } from "./apps.mjs";
import { completeOptions } from "./options.mjs";
import { placesIn } from "./places.mjs";

test("another Barker that answers on its port is not taken for the web process", async () => {
  let launch = "00000000-0000-4000-8000-000000000000";
  const server = createServer((_, outgoing) => outgoing.end(JSON.stringify({ status: "ok", launch })));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const options = completeOptions({ env: {}, host: "127.0.0.1", port });
  const { isReady, env } = webSpec(/** @type {never} */ ({ places: placesIn("/nowhere"), app: {}, options }));
  expect(await isReady()).toBe(false);
  launch = env["BARKER_LAUNCH"] ?? "";
  expect(await isReady()).toBe(true);
  server.close();
});
