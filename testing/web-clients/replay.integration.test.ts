import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startSidecar, type TestSidecar } from "@/sidecar/testing/sidecar";
import { openStream } from "@/sidecar/testing/stream-client";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { call } from "@/testing/api";
import { Caller, inHours, POLL, TOPIC } from "@/testing/mastodon-api/world";
import { cookieOf } from "@/testing/people";
import { until } from "@/testing/until";
import { ELK } from "@/testing/web-clients/elk";
import type { Exchange, WebClient } from "@/testing/web-clients/exchange";
import { PHANPY } from "@/testing/web-clients/phanpy";
import { filled, missing, replay, type Scene } from "@/testing/web-clients/replay";

let sidecar: TestSidecar;
beforeAll(async () => {
  sidecar = await startSidecar();
});
afterAll(async () => {
  await sidecar.stop();
  tcpRedis().disconnect();
  await driver().close();
});

interface Stage extends Scene {
  me: Caller;
  friend: Caller;
}

/** Somebody, and a friend who has written to them. */
async function setScene(): Promise<Stage> {
  const [me, friend, stranger] = await Promise.all([Caller.join(), Caller.join(), Caller.join()]);
  for (const { id } of [friend, stranger]) await me.send("POST", `/api/v1/accounts/${id}/follow`);
  await friend.send("POST", `/api/v1/accounts/${me.id}/follow`);
  const mine = await me.bark("Mine");
  const first = await friend.bark(`The first of a thread #${TOPIC}`);
  await friend.bark("and its second", { in_reply_to_id: first });
  const poll = await friend.bark("Which?", { poll: POLL });
  await friend.bark(`Hello @${me.handle}`);
  await friend.send("POST", `/api/v1/statuses/${mine}/favourite`);
  await until(async () => z.array(z.unknown()).parse(await me.get("/api/v1/notifications")).length >= 3);
  const [verifier, key] = [randomBytes(28).toString("hex"), randomBytes(8).toString("hex")];
  const people = {
    me: me.id,
    handle: me.handle,
    friend: friend.id,
    friendHandle: friend.handle,
    stranger: stranger.id,
  };
  const others = { mine, first, poll, topic: TOPIC, verifier, key, inAnHour: inHours(1) };
  return { me, friend, known: { ...people, ...others } };
}

/** Presses "Let it in" on the page to which the client led. @returns the code that the client gets */
async function letIn({ redirectUri, scopes, usesPkce }: WebClient, { me, known }: Stage): Promise<string> {
  const verifier = known["verifier"] ?? "";
  const { json } = await call("POST", "/api/v1/barker/authorizations", {
    headers: { cookie: await cookieOf(me.id), origin: env().BARKER_ORIGIN },
    json: {
      response_type: "code",
      client_id: known["client_id"],
      redirect_uri: redirectUri,
      scope: scopes,
      granted: true,
      ...(usesPkce && {
        code_challenge: createHash("sha256").update(verifier).digest("base64url"),
        code_challenge_method: "S256",
      }),
    },
  });
  const { address } = z.object({ address: z.string() }).parse(json);
  return new URL(address).searchParams.get("code") ?? "";
}

const titleOf = ({ does, method = "GET", path }: Exchange) => `${does}: ${method} ${path}`;

describe.each([PHANPY, ELK].map((client) => [client.name, client] as const))("%s", (_, client) => {
  let stage: Stage;
  // The first requests of a process wait until Neo4j has planned their queries.
  beforeAll(async () => {
    stage = await setScene();
  }, 180_000);

  it("registers, and gets a token for who let it in", async () => {
    for (const exchange of client.registers) await replay(client, exchange, stage);
    stage.known["code"] = await letIn(client, stage);
    for (const exchange of client.redeems) await replay(client, exchange, stage);
    expect(stage.known["token"]).toMatch(/./);
  });

  it.each(client.visit.map((exchange) => [titleOf(exchange), exchange] as const))("%s", async (_title, exchange) => {
    expect(await replay(client, exchange, stage)).toBe(exchange.status ?? 200);
  });

  it("hears live what its person is told of", async () => {
    const { me, friend, known } = stage;
    const stream = await openStream(sidecar.url, {}, { protocol: known["token"] });
    await stream.subscribe(...client.streams.map((one) => JSON.parse(filled(JSON.stringify(one), stage)) as object));
    await friend.bark(`Are you there, @${me.handle}? #${TOPIC}`);
    for (const { stream: name } of client.streams)
      await until(() => stream.heard.some((line) => line.startsWith(name ?? "")));
    expect(stream.failures.filter((failure) => !failure.startsWith("400 Unknown"))).toEqual([]);
    stream.socket.terminate();
  });
});

describe("a field that a client reads", () => {
  it("is found missing wherever it is not there", () => {
    const answer = { list: [{ id: "1", of: null }, { id: null }], of: { a: 1 } };
    expect(missing(answer, ["list[].id", "of.a", "list[].id?", "of.b", "none", "list[].of?"])).toEqual([
      "list[].id",
      "of.b",
      "none",
      "list[].of?",
    ]);
    expect(missing([], ["[].id"])).toEqual(["[].id"]);
  });
});
