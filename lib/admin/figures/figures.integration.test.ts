import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { AdminMeasure } from "@/lib/admin/figures/schema";
import { idAt } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { fileReport } from "@/lib/reports/writes";
import { DAY_MS } from "@/lib/time";
import { call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { Caller } from "@/testing/mastodon-api/world";
import { freshHandle, makePerson, makeToken } from "@/testing/people";
import { makeStaff } from "@/testing/staff";

afterAll(() => driver().close());

const PATH = "/api/v1/admin/measures";
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const thisWeek = { start_at: daysAgo(6), end_at: daysAgo(0) };

/** Figures by their keys. */
async function figuresOf(token: string, keys: string[], more: object = thisWeek) {
  const answer = await call("POST", PATH, { token, json: { keys, ...more } });
  expect(answer.status, answer.text).toBe(200);
  return Object.fromEntries(
    z
      .array(AdminMeasure.strict())
      .parse(answer.json)
      .map((figure) => [figure.key, figure]),
  );
}

const today = (figure: AdminMeasure | undefined) => Number(figure?.data.at(-1)?.value);
const added = (figure: AdminMeasure | undefined) =>
  String((figure?.data ?? []).reduce((total, { value }) => total + Number(value), 0));

describe("the figures of the town", () => {
  it("count who joined and is here, what was done, and reports, day by day", async () => {
    const { token } = await makeStaff(["settings"]);
    const keys = ["active_users", "new_users", "interactions", "opened_reports", "resolved_reports"];
    const first = await figuresOf(token, keys);
    expect(Object.keys(first)).toEqual(keys);
    const [author, friend] = [await (await Caller.join()).own(), await Caller.join()];
    const bark = await author.bark("Count me");
    for (const deed of ["favourite", "reblog"]) await friend.send("POST", `/api/v1/statuses/${bark}/${deed}`);
    await friend.send("PUT", `/api/v1/barker/statuses/${bark}/reactions/%F0%9F%94%A5`);
    await friend.bark("Counted", { in_reply_to_id: bark });
    const report = await author.make("/api/v1/reports", { account_id: friend.id });
    await author.send("POST", `/api/v1/admin/reports/${report}/resolve`);
    const then = await figuresOf(token, keys);
    const grown = (key: string) => today(then[key]) - today(first[key]);
    expect(grown("new_users")).toBeGreaterThanOrEqual(2);
    expect(grown("interactions")).toBeGreaterThanOrEqual(4);
    expect(grown("opened_reports")).toBeGreaterThanOrEqual(1);
    expect(grown("resolved_reports")).toBeGreaterThanOrEqual(1);
    // The two use the town through an app.
    expect(Number(then["active_users"]?.total)).toBeGreaterThanOrEqual(2);
    expect(then["active_users"]).toMatchObject({ unit: null, data: [] });
    for (const key of keys.slice(1)) {
      const dates = then[key]?.data.map(({ date }) => Date.parse(date)) ?? [];
      const last = dates.at(-1) ?? 0;
      expect(last % DAY_MS).toBe(0);
      expect(dates).toEqual(Array.from({ length: 7 }, (_, day) => last - (6 - day) * DAY_MS));
      expect(then[key]).toMatchObject({ unit: null, total: added(then[key]), previous_total: expect.any(String) });
    }
  });

  it("tell how much a topic is used and by how many, each person once in the total", async () => {
    const { token } = await makeStaff(["settings"]);
    const [one, other] = [await Caller.join(), await Caller.join()];
    const topic = `t${freshHandle()}`;
    for (const who of [one, one, other]) await who.bark(`About #${topic}`);
    await other.bark(`For followers #${topic}`, { visibility: "private" });
    const earlier = await one.bark(`Before #${topic}`);
    const at = Date.now() - 2 * DAY_MS;
    const move = "MATCH (b:Bark {id: $id}) SET b.id = $to, b.at = $at RETURN b.id AS id";
    await ask(move, { id: earlier, to: idAt(at), at }, z.object({ id: z.string() }));
    const about = { tag_uses: { id: topic }, tag_accounts: { id: topic.toUpperCase() }, tag_servers: { id: topic } };
    const keys = ["tag_uses", "tag_accounts", "tag_servers"];
    const week = await figuresOf(token, keys, { ...thisWeek, ...about });
    expect(week["tag_uses"]).toMatchObject({ total: "4", previous_total: "0" });
    expect(week["tag_accounts"]).toMatchObject({ total: "2", previous_total: "0" });
    expect([today(week["tag_uses"]), today(week["tag_accounts"]), added(week["tag_accounts"])]).toEqual([3, 2, "3"]);
    expect(week["tag_servers"]).toMatchObject({ total: "0" });
    const lately = { start_at: daysAgo(1), end_at: daysAgo(0) };
    expect((await figuresOf(token, keys, { ...lately, ...about }))["tag_uses"]).toMatchObject({
      total: "3",
      previous_total: "1",
    });
  });

  it("do not tell anybody of reports about themselves", async () => {
    const [one, other, reporter] = [await makeStaff(["settings"]), await makeStaff(["settings"]), await makePerson()];
    const { id } = await fileReport(reporter.id, { account_id: one.id, comment: "", rule_ids: [], status_ids: [] });
    // A day on which no other test reports anything.
    const at = Date.now() - 20 * DAY_MS;
    const move = "MATCH (r:Report {id: $id}) SET r.id = $to, r.at = $at, r.resolvedAt = $at RETURN r.id AS id";
    await ask(move, { id, to: idAt(at), at }, z.object({ id: z.string() }));
    const day = { start_at: daysAgo(20), end_at: daysAgo(20) };
    for (const key of ["opened_reports", "resolved_reports"]) {
      const [own, theirs] = [await figuresOf(one.token, [key], day), await figuresOf(other.token, [key], day)];
      expect(Number(theirs[key]?.total) - Number(own[key]?.total)).toBe(1);
    }
  });

  it("leave out what nobody knows, and know nothing of other servers", async () => {
    const { token } = await makeStaff(["settings"]);
    const long = { start_at: daysAgo(9), end_at: daysAgo(3) };
    expect(await figuresOf(token, ["active_users", "weather", "toString"], long)).toEqual({});
    const domain = { domain: "elsewhere.example" };
    const keys = ["instance_accounts", "instance_media_attachments"];
    const about = { instance_accounts: domain, instance_media_attachments: domain };
    const found = await figuresOf(token, keys, { ...thisWeek, ...about });
    expect(found["instance_accounts"]).toMatchObject({ unit: null, total: "0" });
    expect(found["instance_accounts"]).not.toHaveProperty("previous_total");
    expect(found["instance_media_attachments"]).toMatchObject({ unit: "bytes", human_value: "0 bytes" });
  });

  it("are those of a form, too", async () => {
    const { token } = await makeStaff(["settings"]);
    const body = new URLSearchParams({ ...thisWeek, "keys[]": "tag_uses", "tag_uses[id]": "nobody_used_this" });
    expect(await call("POST", PATH, { token, body })).toMatchObject({
      status: 200,
      json: [{ key: "tag_uses", total: "0" }],
    });
  });

  it.each<[string, object]>([
    ["without keys", { keys: undefined }],
    ["without a time", { start_at: undefined }],
    ["of no time", { start_at: "yesterday" }],
    ["that end before they begin", { start_at: daysAgo(0), end_at: daysAgo(2) }],
    ["of more days than are counted", { start_at: daysAgo(92) }],
    ["of the future", { end_at: daysAgo(-3) }],
    ["of a topic that is not named", { keys: ["tag_uses"] }],
    ["of a server that is not named", { keys: ["instance_accounts"], instance_accounts: { domain: "" } }],
  ])("are refused %s", async (_, more) => {
    const { token } = await makeStaff(["settings"]);
    const json = { keys: ["new_users"], ...thisWeek, ...more };
    expect(await call("POST", PATH, { token, json })).toMatchObject({
      status: 422,
      json: { error: expect.stringMatching(/^Validation failed: /) },
    });
  });

  it("are for staff with the right, by apps with the scope", async () => {
    const [mayor, clerk, person] = [await makeStaff(["settings"]), await makeStaff(["reports"]), await makePerson()];
    const json = { keys: ["new_users"], ...thisWeek };
    const asked = async (token?: string) =>
      (await call("POST", PATH, { json, ...(token !== undefined && { token }) })).status;
    const tokenOf = async ({ id }: { id: string }, scopes: string[]) => (await makeToken(id, scopes)).token;
    expect(await asked()).toBe(401);
    expect(await asked(clerk.token)).toBe(403);
    expect(await asked(await tokenOf(person, ["read", "write"]))).toBe(403);
    expect(await asked(await tokenOf(mayor, ["read", "admin:read:reports"]))).toBe(403);
    expect(await asked(await tokenOf(mayor, ["admin:read"]))).toBe(200);
  });
});
