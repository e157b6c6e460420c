import { afterAll, afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { announcementsFor, townAnnouncements } from "@/lib/announcements/reads";
import { ANNOUNCEMENT_LIMITS } from "@/lib/announcements/rules";
import { Announcement } from "@/lib/announcements/schema";
import { announce, withdraw } from "@/lib/announcements/writes";
import { driver } from "@/lib/neo4j";
import { staffLog } from "@/lib/staff/reads";
import { call } from "@/testing/api";
import { count } from "@/testing/graph";
import { makePerson, makeToken, pagesOf } from "@/testing/people";
import { employ, TESTS } from "@/testing/staff";

const made: string[] = [];
// Other files announce something too, and only a few run at the same time.
afterEach(async () => {
  for (const id of made.splice(0)) await withdraw(TESTS, id).catch(() => undefined);
});
afterAll(() => driver().close());

async function announced(text: string, expires_in: number | null = 600): Promise<string> {
  const { id } = await announce(TESTS, { text, expires_in });
  made.push(id);
  return id;
}

async function reader() {
  const { id } = await makePerson();
  const { token } = await makeToken(id, ["read", "write"]);
  const ask = (method: string, path: string) => call(method, `/api/v1/announcements${path}`, { token });
  const list = async (query = "") => z.array(Announcement).parse((await ask("GET", query)).json);
  const one = async (wanted: string, query = "") => (await list(query)).find((each) => each.id === wanted);
  return { id, token, ask, list, one };
}

const FIRE = encodeURIComponent("🔥");

describe("announcements", () => {
  it("are told to everybody until they have read them, on all of their devices", async () => {
    const id = await announced("The weir is <closed>.\n\n[About](/about)");
    const [one, other] = [await reader(), await reader()];
    expect(await one.one(id)).toMatchObject({
      content: expect.stringContaining("&lt;closed&gt;"),
      text: "The weir is <closed>.\n\n[About](/about)",
      published: true,
      read: false,
      reactions: [],
    });
    await Promise.all([one.ask("POST", `/${id}/dismiss`), one.ask("POST", `/${id}/dismiss`)]);
    expect(await one.one(id)).toBeUndefined();
    expect(await one.one(id, "?with_dismissed=true")).toMatchObject({ read: true });
    expect(await other.one(id)).toMatchObject({ read: false });
    expect(await count("(:Person {id: $id})-[:HAS_READ]->(:Announcement)", { id: one.id })).toBe(1);
  });

  it("are gone when they end or are taken back, and nothing can be done to them then", async () => {
    const { id, ask, one } = await reader();
    const taken = await announced("Taken back");
    await withdraw(TESTS, taken);
    expect(await one(taken, "?with_dismissed=true")).toBeUndefined();
    expect((await ask("POST", `/${taken}/dismiss`)).status).toBe(404);
    expect((await ask("PUT", `/${taken}/reactions/${FIRE}`)).status).toBe(404);
    await expect(withdraw(TESTS, taken)).rejects.toMatchObject({ code: "not_found" });
    const short = await announced("Ends", 0.05);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await announcementsFor(id, true)).map((each) => each.id)).not.toContain(short);
    expect((await ask("PUT", `/${short}/reactions/${FIRE}`)).status).toBe(404);
    expect(await townAnnouncements()).toContainEqual(expect.objectContaining({ id: short, running: false }));
  });

  it("take reactions: each person an emoji once, and only so many different ones", async () => {
    const id = await announced("Look");
    const [one, other] = [await reader(), await reader()];
    await Promise.all(Array.from({ length: 4 }, () => one.ask("PUT", `/${id}/reactions/${FIRE}`)));
    await other.ask("PUT", `/${id}/reactions/${FIRE}`);
    expect((await one.one(id))?.reactions).toEqual([{ name: "🔥", count: 2, me: true }]);
    await one.ask("DELETE", `/${id}/reactions/${FIRE}`);
    expect((await one.one(id))?.reactions).toEqual([{ name: "🔥", count: 1, me: false }]);
    const emoji = ["🌊", "🌾", "🍎", "🍐", "🍇", "🍓", "🍒", "🥕", "🥔", "🌽"];
    const answers = await Promise.all(
      emoji.map((each) => one.ask("PUT", `/${id}/reactions/${encodeURIComponent(each)}`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(ANNOUNCEMENT_LIMITS.emoji - 1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(3);
    expect((await one.one(id))?.reactions).toHaveLength(ANNOUNCEMENT_LIMITS.emoji);
    expect((await other.ask("PUT", `/${id}/reactions/${FIRE}`)).status).toBe(200);
    expect((await other.ask("PUT", `/${id}/reactions/hello`)).status).toBe(422);
    expect((await call("PUT", `/api/v1/announcements/${id}/reactions/${FIRE}`)).status).toBe(401);
  });

  it("are written and taken back by those who may change the town's settings, and it is in the log", async () => {
    const path = "/api/v1/barker/town_hall/announcements";
    const person = await makePerson();
    const post = async (json: unknown) => call("POST", path, { ...(await pagesOf(person.id)), json });
    expect((await post({ text: "Me?" })).status).toBe(403);
    await employ(person, ["reports"]);
    expect((await post({ text: "Me?" })).status).toBe(403);
    await employ(person, ["settings"]);
    expect((await post({ text: "  " })).status).toBe(422);
    expect((await post({ text: "x".repeat(ANNOUNCEMENT_LIMITS.text + 1) })).status).toBe(422);
    expect((await post({ text: "Soon", expires_in: 1 })).status).toBe(422);
    const { json } = await post({ text: "The mill opens at nine." });
    const { id } = z.object({ id: z.string() }).parse(json);
    const { token } = await makeToken(person.id, ["read", "write", "admin:write"]);
    expect((await call("DELETE", `${path}/${id}`, { token })).status).toBe(403);
    expect((await call("DELETE", `${path}/${id}`, await pagesOf(person.id))).status).toBe(200);
    const log = (await staffLog({ limit: 20 })).filter(({ subject }) => subject === id);
    expect(log.map(({ by, note }) => [by, note])).toEqual([
      [person.handle, "taken back"],
      [person.handle, "The mill opens at nine."],
    ]);
  });
});
