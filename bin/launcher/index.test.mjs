import { existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { startBarker } from "./index.mjs";

const data = join(mkdtempSync(join(tmpdir(), "barker-refused-")), "data");

test("a start on a port that is taken is refused, and leaves no data folder", async () => {
  const server = createServer();
  const port = await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(/** @type {import("node:net").AddressInfo} */ (server.address()).port));
  });
  await expect(startBarker({ data, port, host: "127.0.0.1" })).rejects.toThrow(`Port ${port} is taken`);
  expect(existsSync(data)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});

test("a start with wrong settings is refused before anything is written, with a sentence for each", async () => {
  const env = { BARKER_ORIGIN: "mill.example", BARKER_TRUST_PROXY: "yes" };
  await expect(startBarker({ data, env })).rejects.toThrow(/^BARKER_ORIGIN must be .+\nBARKER_TRUST_PROXY must be .+$/);
  expect(existsSync(data)).toBe(false);
});
