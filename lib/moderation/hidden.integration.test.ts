import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { block, mute } from "@/lib/moderation/writes";
import { follow } from "@/lib/people/writes";
import { call } from "@/testing/api";
import { freshHandle, makePerson, makeToken, type TestPerson } from "@/testing/people";

afterAll(() => driver().close());

const Entry = z.object({ id: z.string() });
interface Party extends TestPerson {
  token: string;
  bark: string;
}

const topic = `t${freshHandle()}`;
const post = (who: Party, path: string, json?: object) => call("POST", path, { token: who.token, json });
const barks = async (who: Party, json: object) => Entry.parse((await post(who, "/api/v1/statuses", json)).json).id;

async function join(): Promise<Party> {
  const person = await makePerson();
  const party = { ...person, token: (await makeToken(person.id)).token, bark: "" };
  party.bark = await barks(party, { status: `Here is ${person.handle} #${topic}` });
  return party;
}

/** Makes everybody follow everybody and interact with everybody's barks, before anybody mutes or blocks. */
async function mingle(people: Party[]): Promise<void> {
  for (const one of people) {
    for (const other of people) {
      if (one === other) continue;
      await follow(one.id, other.id);
      for (const act of ["favourite", "reblog", "bookmark"]) await post(one, `/api/v1/statuses/${other.bark}/${act}`);
      const emoji = encodeURIComponent("🦊");
      await call("PUT", `/api/v1/barker/statuses/${other.bark}/reactions/${emoji}`, { token: one.token });
      await barks(one, { status: `@${other.handle} hello #${topic}`, in_reply_to_id: other.bark });
      await barks(one, { status: `Look at this #${topic}`, quoted_status_id: other.bark });
    }
  }
}

let [blocker, blocked, friend, muter]: Party[] = [];
const all = () => {
  if (!blocker || !blocked || !friend || !muter) throw new Error("nobody");
  return { blocker, blocked, friend, muter };
};

beforeAll(async () => {
  const people = [await join(), await join(), await join(), await join()];
  await mingle(people);
  [blocker, blocked, friend, muter] = people;
  await block(all().blocker.id, all().blocked.id);
  await mute(all().muter.id, all().blocked.id, { duration: 0, notifications: true });
}, 120_000);

/** Lists in which people appear, in relation to a bark and a profile of a common friend. */
const lists = (common: Party, own: Party) => [
  "/api/v1/timelines/home?limit=40",
  "/api/v1/timelines/public?limit=40",
  `/api/v1/timelines/tag/${topic}?limit=40`,
  `/api/v1/accounts/${common.id}/statuses?limit=40`,
  `/api/v1/accounts/${common.id}/followers`,
  `/api/v1/accounts/${common.id}/following`,
  `/api/v1/statuses/${common.bark}/context`,
  `/api/v1/statuses/${common.bark}/favourited_by`,
  `/api/v1/statuses/${common.bark}/reblogged_by`,
  `/api/v1/statuses/${common.bark}/quotes`,
  `/api/v1/barker/statuses/${common.bark}/reactions`,
  `/api/v1/statuses/${own.bark}/context`,
  `/api/v1/statuses/${own.bark}/favourited_by`,
  `/api/v1/statuses/${own.bark}/reblogged_by`,
  `/api/v1/statuses/${own.bark}/quotes`,
  `/api/v1/barker/statuses/${own.bark}/reactions`,
  "/api/v1/favourites",
  "/api/v1/bookmarks",
  "/api/v1/notifications?limit=40",
  "/api/v2/notifications?limit=40",
];

/** A response without the texts of a common friend, which may mention people. */
const withoutWords = (json: unknown) =>
  JSON.stringify(json, (key, value: unknown) =>
    key === "mentions" || key === "in_reply_to_account_id" ? undefined : value,
  );

describe("a block", () => {
  it("hides each person from the other in every list", async () => {
    const { blocker: a, blocked: b, friend: c } = all();
    const found: string[] = [];
    for (const [viewer, other] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const path of lists(c, viewer)) {
        const { status, json } = await call("GET", path, { token: viewer.token });
        expect([path, status]).toEqual([path, 200]);
        if (withoutWords(json).includes(`"${other.id}"`)) found.push(`${viewer === a ? "blocker" : "blocked"} ${path}`);
      }
    }
    expect(found).toEqual([]);
  });

  it("keeps barks by others that involve the blocked person out of public lists", async () => {
    const { blocker: a, blocked: b } = all();
    for (const path of ["home", "public", `tag/${topic}`]) {
      const { json } = await call("GET", `/api/v1/timelines/${path}?limit=40`, { token: a.token });
      const others = z.array(z.looseObject({ account: Entry })).parse(json);
      const text = JSON.stringify(others.filter(({ account }) => account.id !== a.id));
      expect([path, text.includes(`"${b.id}"`)]).toEqual([path, false]);
    }
  });

  it("leaves a common friend's lists unchanged", async () => {
    const { blocker: a, blocked: b, friend: c } = all();
    for (const path of lists(c, c)) {
      const { text } = await call("GET", path, { token: c.token });
      const meets = [a, b].filter(({ id }) => text.includes(`"${id}"`));
      expect([path, meets.length > 0]).toEqual([path, true]);
    }
  });

  it("answers 404 to the blocked person for the blocker's profile and barks", async () => {
    const { blocker: a, blocked: b } = all();
    const paths = [
      `/api/v1/accounts/${a.id}`,
      `/api/v1/accounts/lookup?acct=${a.handle}`,
      `/api/v1/accounts/${a.id}/statuses`,
      `/api/v1/accounts/${a.id}/followers`,
      `/api/v1/accounts/${a.id}/following`,
      `/api/v1/statuses/${a.bark}`,
      `/api/v1/statuses/${a.bark}/context`,
      `/api/v1/statuses/${a.bark}/favourited_by`,
      `/api/v1/statuses/${a.bark}/history`,
    ];
    const missing = await call("GET", "/api/v1/accounts/1000000000000000001", { token: b.token });
    for (const path of paths) {
      const answer = await call("GET", path, { token: b.token });
      expect([path, answer.status, answer.json]).toEqual([path, 404, missing.json]);
    }
    expect(await call("GET", `/api/v1/accounts/${b.id}`, { token: a.token })).toMatchObject({ status: 200 });
    expect((await call("GET", `/api/v1/accounts/${b.id}/statuses`, { token: a.token })).json).toEqual([]);
    for (const act of ["favourite", "reblog", "bookmark"]) {
      expect((await post(b, `/api/v1/statuses/${a.bark}/${act}`)).status).toBe(404);
      expect((await post(a, `/api/v1/statuses/${b.bark}/${act}`)).status).toBe(404);
    }
    const reply = await post(b, "/api/v1/statuses", { status: "hm", in_reply_to_id: a.bark });
    expect([404, 422]).toContain(reply.status);
  });

  it("keeps mentions of each person out of the other's alerts", async () => {
    const { blocker: a, blocked: b, friend: c } = all();
    const mention = await barks(b, { status: `@${a.handle} @${c.handle} again` });
    const { text } = await call("GET", "/api/v1/notifications", { token: a.token });
    expect(text).not.toContain(mention);
  });
});

describe("a mute", () => {
  it("keeps the muted person out of suggestions, but not out of lists that the viewer opens", async () => {
    const { blocked: b, friend: c, muter: m } = all();
    const absent = ["/api/v1/timelines/home?limit=40", "/api/v1/timelines/public?limit=40", "/api/v1/notifications"];
    for (const path of absent) {
      const { json } = await call("GET", path, { token: m.token });
      const shown = z.array(z.object({ account: Entry, reblog: z.object({ account: Entry }).nullish() })).parse(json);
      const people = shown.flatMap(({ account, reblog }) => [account.id, reblog?.account.id]);
      expect([path, people.includes(b.id)]).toEqual([path, false]);
      expect(people.length).toBeGreaterThan(0);
    }
    for (const path of [`/api/v1/accounts/${b.id}/statuses`, `/api/v1/statuses/${c.bark}/context`]) {
      const { text } = await call("GET", path, { token: m.token });
      expect([path, text.includes(`"${b.id}"`)]).toEqual([path, true]);
    }
  });
});

describe("a follow in one language", () => {
  it("keeps barks in other languages out of Home, but not those without a language", async () => {
    const { friend: c } = all();
    const reader = await join();
    expect(await follow(reader.id, c.id, { languages: ["cy"] })).toMatchObject({ languages: ["cy"] });
    const ids = [
      await barks(c, { status: "Bore da", language: "cy" }),
      await barks(c, { status: "Good morning", language: "en" }),
    ];
    const home = await call("GET", "/api/v1/timelines/home?limit=40", { token: reader.token });
    expect(ids.map((id) => home.text.includes(`"${id}"`))).toEqual([true, false]);
    expect(await follow(reader.id, c.id, { languages: [] })).toMatchObject({ languages: null });
  });
});
