import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { CredentialAccount } from "@/lib/people/schema";
import { call } from "@/testing/api";
import { count } from "@/testing/graph";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { until } from "@/testing/until";
import { XSS } from "@/testing/xss";

let person: TestPerson;
let token: string;
beforeAll(async () => {
  person = await makePerson();
  ({ token } = await makeToken(person.id));
});
afterAll(() => driver().close());

const Visible = z.object({ visibility: z.string() });
const PATH = "/api/v1/accounts/update_credentials";
const change = (json: unknown) => call("PATCH", PATH, { token, json });
const changed = async (json: unknown) => CredentialAccount.parse((await change(json)).json);
const seen = async () => (await call("GET", `/api/v1/accounts/${person.id}`)).json;

describe("an update of one's profile", () => {
  it("changes the fields that were sent, keeps the others, and is visible to everybody", async () => {
    const account = await changed({ display_name: "  Old   Oak ", note: "Acorns.\n\nSince 1683.", bot: true });
    expect(account).toMatchObject({
      display_name: "Old Oak",
      bot: true,
      note: "<p>Acorns.</p><p>Since 1683.</p>",
      source: { note: "Acorns.\n\nSince 1683." },
    });
    expect(await changed({ bot: false })).toMatchObject({ display_name: "Old Oak", bot: false });
    expect(await seen()).toMatchObject({ display_name: "Old Oak", bot: false });
  });

  it("accepts profile fields as JSON and as form data, and turns URLs into links", async () => {
    const fields = [
      { name: "Tree", value: "https://oak.example/leaf" },
      { name: "Height", value: "12 m" },
    ];
    expect((await changed({ fields_attributes: fields })).source.fields).toMatchObject(fields);
    const [first] = (await changed({})).fields;
    expect(first?.value).toContain('<a href="https://oak.example/leaf" rel="nofollow noopener noreferrer"');
    const form = new URLSearchParams({
      "fields_attributes[0][name]": "Pond",
      "fields_attributes[0][value]": "north",
      "source[privacy]": "private",
      "source[sensitive]": "true",
      "source[language]": "de",
    });
    const answer = await call("PATCH", PATH, { token, body: form });
    expect(answer.json).toMatchObject({
      fields: [{ name: "Pond", value: "north", verified_at: null }],
      source: { privacy: "private", sensitive: true, language: "de" },
    });
    expect((await call("GET", "/api/v1/preferences", { token })).json).toMatchObject({
      "posting:default:visibility": "private",
      "posting:default:sensitive": true,
      "posting:default:language": "de",
    });
    expect((await changed({ fields_attributes: [] })).fields).toEqual([]);
    const bark = (sent: object) => call("POST", "/api/v1/statuses", { token, json: { status: "Hello", ...sent } });
    await until(async () => Visible.parse((await bark({})).json).visibility === "private");
    expect(Visible.parse((await bark({ visibility: "public" })).json).visibility).toBe("public");
  });

  it("reports what is too long, and changes nothing then", async () => {
    const before = await seen();
    const answer = await change({ display_name: "x".repeat(31), note: "x".repeat(501) });
    expect(answer).toMatchObject({
      status: 422,
      json: { details: { display_name: [{ error: "ERR_TOO_LONG" }], note: [{ error: "ERR_TOO_LONG" }] } },
    });
    expect((await change({ locked: "perhaps" })).status).toBe(422);
    expect((await change({ source: { privacy: "direct" } })).status).toBe(422);
    expect(await seen()).toEqual(before);
  });

  it("cannot be used to run scripts", async () => {
    for (const attack of XSS.slice(0, 40)) {
      const text = Array.from(attack).slice(0, 30).join("");
      const account = await changed({
        display_name: text,
        note: attack.slice(0, 500),
        fields_attributes: [{ name: `a${text}`, value: attack.slice(0, 255) }],
      });
      const html = [account.note, ...account.fields.map(({ value }) => value)].join("\n");
      expect(html).not.toMatch(/<(?!\/?(p|br|a|span)\b)|<[^>]+\son\w+=|href="(?!https?:)/i);
    }
  });

  it("uses the handle as the name when there is none", async () => {
    expect(await changed({ display_name: " \u200b " })).toMatchObject({ display_name: person.handle });
  });

  it("sets only the properties that the API names", async () => {
    await change({ handle: "somebody", id: "1", handleKey: "somebody", at: 1, portrait: "fox-1-1", leavesAt: 1 });
    expect(await count("(:Person {id: $id, handle: $handle})", { ...person })).toBe(1);
    expect(await count("(p:Person {id: $id}) WHERE p.leavesAt IS NULL", { id: person.id })).toBe(1);
  });

  it("is possible only for the person", async () => {
    expect((await call("PATCH", PATH, { json: { note: "x" } })).status).toBe(401);
    const { token: reading } = await makeToken(person.id, ["read"]);
    expect((await call("PATCH", PATH, { token: reading, json: { note: "x" } })).status).toBe(403);
  });
});

describe("one's pictures", () => {
  const picture = () =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: "#1b6549" } })
      .png()
      .toBuffer();

  it("can be uploaded, are shown, and can be removed", async () => {
    const drawn = CredentialAccount.parse((await call("GET", "/api/v1/accounts/verify_credentials", { token })).json);
    const form = new FormData();
    const file = new File([new Uint8Array(await picture())], "oak.png", { type: "image/png" });
    form.set("avatar", file);
    form.set("header", file);
    const worn = CredentialAccount.parse((await call("PATCH", PATH, { token, body: form })).json);
    expect(worn.avatar).toMatch(/\/media\/[0-9a-f]{32}-avatar\.webp$/);
    expect(worn.header).toMatch(/\/media\/[0-9a-f]{32}-header\.webp$/);
    expect(await seen()).toMatchObject({ avatar: worn.avatar, avatar_static: worn.avatar, header: worn.header });
    expect((await call("DELETE", "/api/v1/profile/avatar", { token })).json).toMatchObject({ avatar: drawn.avatar });
    expect((await call("DELETE", "/api/v1/profile/header", { token })).json).toMatchObject({ header: drawn.header });
    expect((await call("DELETE", "/api/v1/profile/header", { token })).status).toBe(200);
  });

  it("must be images: anything else is rejected", async () => {
    const form = new FormData();
    form.set("avatar", new File(["<svg onload=alert(1)>"], "oak.svg", { type: "image/svg+xml" }));
    expect((await call("PATCH", PATH, { token, body: form })).status).toBe(415);
    expect((await change({ avatar: "https://elsewhere.example/x.png" })).status).toBe(422);
  });
});
