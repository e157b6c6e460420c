import { afterEach, expect, it } from "vitest";
import { revokeToken } from "@/lib/auth/writes";
import { makePerson, makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import { openStream, type StreamClient } from "@/sidecar/testing/stream-client";
import { sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const sidecar = sidecarFixture();
const open: StreamClient[] = [];
afterEach(() => open.splice(0).forEach(({ socket }) => socket.terminate()));

it("a stream of either kind ends when its token is revoked, and does not begin again", async () => {
  const { id } = await makePerson();
  const { token, clientId } = await makeToken(id, ["read"]);
  const client = await openStream(sidecar.url(), { access_token: token, stream: "public" });
  open.push(client);
  await client.settle();
  const headers = { authorization: `Bearer ${token}` };
  const events = await fetch(`${sidecar.url()}/api/v1/streaming/user`, { headers });
  expect(events.headers.get("content-type")).toBe("text/event-stream");
  await revokeToken(clientId, token);
  expect(await until(() => client.closed)).toEqual([1008, "The access token is no longer valid"]);
  expect(await events.text()).toBe(":)\n: The access token is no longer valid\n\n");
  expect((await fetch(`${sidecar.url()}/api/v1/streaming/user`, { headers })).status).toBe(401);
});

it("a stream whose client sends more than 200 messages or pings in ten seconds is closed with a reason", async () => {
  const { token } = await makeToken((await makePerson()).id, ["read"]);
  for (const flood of [
    (client: StreamClient) => client.send({ type: "unsubscribe", stream: "public" }),
    ({ socket }: StreamClient) => socket.ping(),
  ]) {
    const client = await openStream(sidecar.url(), { access_token: token, stream: "public" });
    open.push(client);
    await client.settle();
    for (let sent = 0; sent < 90; sent++) flood(client);
    await client.settle();
    expect(client.closed).toBe(null);
    for (let sent = 0; sent < 120; sent++) flood(client);
    expect(await until(() => client.closed)).toEqual([1008, "Too many messages"]);
  }
});
