import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { call } from "@/testing/api";
import { nameOf, TABLE } from "@/testing/mastodon-api";
import { type Answered, misfits } from "@/testing/mastodon-api/declared";
import { startMailServer, type MailServer } from "@/testing/mail-server";
import { lacking, runPython } from "@/testing/mastodon-py";
import { prepare } from "@/testing/mastodon-api/requests";
import type { Row } from "@/testing/mastodon-api/rows";
import { appToken, makeWorld, type World } from "@/testing/mastodon-api/world";

let world: World;
let mail: MailServer;
const answers: Answered[] = [];

beforeAll(async () => {
  mail = await startMailServer();
  world = await makeWorld();
}, 240_000);
afterAll(async () => {
  mail.close();
  tcpRedis().disconnect();
  await driver().close();
});

const inState = (...states: Row["state"][]) => TABLE.filter(({ state }) => states.includes(state));
const named = (rows: Row[]) => rows.map((row) => [nameOf(row), row] as const);

/** A scope that does not allow it. */
const unrelated = ({ scopes }: Row) =>
  scopes.some((scope) => scope.includes("bookmarks")) ? "write:media" : "read:bookmarks";

describe("an endpoint of Mastodon's documentation", () => {
  it.each(named(inState("served", "empty")))("answers everybody who may call it: %s", async (name, row) => {
    const { me, path, sent } = await prepare(row, world);
    const asked = (more: object) => call(row.method, path, { ...sent, ...more });
    const refused = row.who === "public" ? [] : [await asked({})];
    if (row.who !== "public" && row.scopes.length > 0)
      refused.push(await asked({ token: await me.token([unrelated(row)]) }));
    expect(refused.map(({ status }) => status)).toEqual([401, 403].slice(0, refused.length));
    const tokens =
      row.who === "app"
        ? [await appToken(row.scopes.length > 0 ? row.scopes : ["read"])]
        : row.who === "public" && row.scopes.length === 0
          ? [undefined]
          : await Promise.all(row.scopes.map((scope) => me.token([scope])));
    for (const token of row.method === "GET" ? tokens : tokens.slice(0, 1)) {
      const { status, json, text } = await asked(token === undefined ? {} : { token });
      expect(status, text).toBe(200);
      if (row.returns !== "text") answers.push({ endpoint: name, entity: row.returns, value: json });
      const isRight = row.state === "empty" || !row.returns.endsWith("[]");
      // A list has something to compare, unless there is never anything.
      expect(isEmpty(json), text).toBe(row.state === "served" && isRight ? isEmpty(json) : isRight);
    }
  });

  it.each(named(inState("refused")))("is missing, with a reason: %s", async (_, row) => {
    expect(row.reason).toMatch(/\w/);
    const token = await world.me.token();
    const { status } = await call(row.method, row.path.replace(/:\w+/g, "1"), { token });
    // A path that other methods have refuses the method.
    expect([404, 405]).toContain(status);
  });

  it("has the shape that masto.js declares", async () => {
    expect(answers.length).toBeGreaterThan(150);
    expect(await misfits(answers)).toEqual([]);
  });

  it("has the shape that Mastodon.py declares", { timeout: 120_000 }, async ({ skip }) => {
    const reason = await lacking();
    if (reason !== null) return skip(reason);
    const { wrong, lines } = await runPython("testing/mastodon_types.py", [], JSON.stringify(answers));
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThan(120);
  });
});

/** Whether there is nothing in a list, or in the lists of an object. */
function isEmpty(json: unknown): boolean {
  const lists = Array.isArray(json) ? [json] : Object.values(Object(json)).filter((value) => Array.isArray(value));
  return lists.every(({ length }) => length === 0);
}
