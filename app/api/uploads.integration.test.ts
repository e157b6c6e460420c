import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { driver } from "@/lib/neo4j";
import { apiUrl } from "@/testing/api";
import { makePerson, makeToken } from "@/testing/people";
import { until } from "@/testing/until";

const MB = 1024 * 1024;
let reading: string;
let writing: string;
beforeAll(async () => {
  const { id } = await makePerson();
  reading = (await makeToken(id, ["read"])).token;
  writing = (await makeToken(id, ["read", "write", "messages"])).token;
});
afterAll(() => driver().close());

interface Upload {
  method: string;
  path: string;
  size: number;
  token?: string;
}

/** Opens a connection and starts an upload: the headers and the first 64 kB are sent. */
async function begin({ method, path, size, token }: Upload) {
  const address = new URL(await apiUrl());
  const socket: Socket = connect(Number(address.port), address.hostname);
  let said = "";
  socket.on("data", (data) => (said += String(data)));
  socket.on("error", () => undefined);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    "host: localhost",
    `content-type: ${path.includes("/e2ee/") ? "application/octet-stream" : "multipart/form-data; boundary=x"}`,
    `content-length: ${size}`,
    ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
  ];
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  socket.write(Buffer.alloc(65_536, "a"));
  return {
    socket,
    statuses: () => [...said.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)),
    sendRest: () => socket.write(Buffer.alloc(size - 65_536, "a")),
  };
}

const uploads = Object.entries(routes).flatMap(([path, mounted]) =>
  Object.entries(mounted).flatMap(([method, { declaration }]) =>
    declaration.file ? [{ method, path, most: declaration.file }] : [],
  ),
);

describe("a rejected upload", () => {
  it("is tested for every endpoint that accepts files", () => {
    expect(uploads.map(({ path }) => path)).toEqual(expect.arrayContaining(["/api/v1/media", "/api/v2/media"]));
  });

  it.each(uploads)("to $method $path is answered while it is still being sent", async ({ method, path, most }) => {
    for (const [token, status, size] of [
      [undefined, 401, 5 * MB],
      ["wrong", 401, 5 * MB],
      [reading, 403, 5 * MB],
      [writing, 413, Math.max(25 * MB, most + 2 * MB)],
    ] as const) {
      const { socket, statuses, sendRest } = await begin({ method, path, size, token });
      await until(() => statuses().length === 1, 5_000);
      expect(statuses()).toEqual([status]);
      // The connection can be reused once the rest has arrived.
      sendRest();
      socket.write("GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n");
      await until(() => statuses().length === 2, 10_000);
      expect(statuses()).toEqual([status, 200]);
      socket.destroy();
    }
  });

  it("that is far too long has its connection closed after the answer", async () => {
    const { socket, statuses } = await begin({ method: "POST", path: "/api/v2/media", size: 500 * MB });
    await until(() => socket.destroyed, 5_000);
    expect(statuses()).toEqual([401]);
  });

  it("is also answered for an unknown method or path", async () => {
    for (const [method, path, status] of [
      ["PATCH", "/api/v2/media", 405],
      ["POST", "/api/v2/nothing", 404],
    ] as const) {
      const { socket, statuses } = await begin({ method, path, size: 5 * MB });
      await until(() => statuses().length === 1, 5_000);
      expect(statuses()).toEqual([status]);
      socket.destroy();
    }
  });
});
