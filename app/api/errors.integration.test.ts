import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { call, type Sent } from "@/testing/api";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";

let person: TestPerson;
let token: string;
beforeAll(async () => {
  person = await makePerson();
  ({ token } = await makeToken(person.id));
});
afterAll(() => driver().close());

const nobody = "1000000000000000001";
const bark = (sent: Sent) => call("POST", "/api/v1/statuses", { token, ...sent });

/** The details of a validation error: fields with Mastodon's error codes. */
const details = (faults: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(faults).map(([field, error]) => [field, [{ error, description: expect.any(String) }]]),
  );

describe("an error", () => {
  it.each([
    ["GET", "/api/v1/accounts/verify_credentials", 401, "unauthorized"],
    ["GET", "/api/v1/timelines/home", 401, "unauthorized"],
    ["POST", "/api/v1/statuses", 401, "unauthorized"],
    ["GET", `/api/v1/accounts/${nobody}`, 404, "not_found"],
    ["GET", "/api/v1/accounts/maple", 404, "not_found"],
    ["GET", `/api/v1/accounts/${"9".repeat(30)}`, 404, "not_found"],
    ["GET", `/api/v1/accounts/${nobody}/statuses`, 404, "not_found"],
    ["GET", `/api/v1/accounts/${nobody}/followers`, 404, "not_found"],
    ["GET", `/api/v1/accounts/${nobody}/following`, 404, "not_found"],
    ["GET", "/api/v1/accounts/lookup?acct=nobody_by_that_name", 404, "not_found"],
    ["GET", "/api/v1/accounts/lookup?acct=maple@elsewhere.example", 404, "not_found"],
    ["GET", `/api/v1/statuses/${nobody}`, 404, "not_found"],
    ["GET", "/api/v1/nothing/here", 404, "not_found"],
    ["POST", "/oauth/nothing", 404, "not_found"],
    ["PATCH", "/api/v1/timelines/home", 405, "method_not_allowed"],
    ["DELETE", "/api/v1/accounts", 405, "method_not_allowed"],
    ["GET", "/oauth/token", 405, "method_not_allowed"],
    ["GET", "/api/v1/timelines/public?limit=many", 422, "invalid"],
    ["GET", "/api/v1/timelines/public?max_id=abc", 422, "invalid"],
    ["GET", "/api/v1/accounts/lookup", 422, "invalid"],
  ])("of %s %s is %i %s, with a message", async (method, path, status, code) => {
    const answer = await call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.json).toMatchObject({ code, error: expect.stringMatching(/^\p{Lu}/u) });
  });

  it("for an unknown method lists the allowed ones", async () => {
    const { headers } = await call("PUT", "/api/v1/statuses");
    expect(headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
  });

  it("is the same for a bark that never existed, one that was deleted, and a second request", async () => {
    const { json } = await bark({ json: { status: "Gone soon" } });
    const { id } = json as { id: string };
    expect((await call("DELETE", `/api/v1/statuses/${id}`, { token })).json).toMatchObject({ id, text: "Gone soon" });
    const [gone, never] = await Promise.all([
      call("GET", `/api/v1/statuses/${id}`),
      call("GET", `/api/v1/statuses/${nobody}`),
    ]);
    expect([gone.status, gone.text]).toEqual([404, never.text]);
    const again = await call("DELETE", `/api/v1/statuses/${id}`, { token });
    expect([again.status, again.json]).toEqual([200, expect.objectContaining({ id, text: "" })]);
  });

  it("for deleting another person's bark is 403, and 404 once it is deleted", async () => {
    const other = await makePerson();
    const { token: theirs } = await makeToken(other.id);
    const { json } = await call("POST", "/api/v1/statuses", { token: theirs, json: { status: "Mine" } });
    const path = `/api/v1/statuses/${(json as { id: string }).id}`;
    expect(await call("DELETE", path, { token })).toMatchObject({ status: 403, json: { code: "forbidden" } });
    await call("DELETE", path, { token: theirs });
    expect(await call("DELETE", path, { token })).toMatchObject({ status: 404, json: { code: "not_found" } });
  });

  it("for following the viewer themselves is 403", async () => {
    const path = `/api/v1/accounts/${person.id}/follow`;
    expect(await call("POST", path, { token })).toMatchObject({ status: 403, json: { code: "forbidden" } });
  });
});

describe("an invalid bark", () => {
  it.each<[string, unknown, Record<string, string>]>([
    ["nothing", {}, { status: "ERR_BLANK" }],
    ["blank", { status: " \u2800\u200b " }, { status: "ERR_BLANK" }],
    ["241 characters", { status: "x".repeat(241) }, { status: "ERR_TOO_LONG" }],
    ["170 letters with 30 marks each", { status: `Z${"\u0335".repeat(30)}`.repeat(170) }, { status: "ERR_TOO_LONG" }],
    ["a number", { status: 7 }, { status: "ERR_INVALID" }],
    ["a list", { status: ["a"] }, { status: "ERR_INVALID" }],
    ["an audience that is none", { status: "a", visibility: "nobody" }, { visibility: "ERR_INVALID" }],
    ["a language that is none", { status: "a", language: "Klingon!" }, { language: "ERR_INVALID" }],
    ["pictures", { status: "a", media_ids: ["1"] }, { media_ids: "ERR_INVALID" }],
    [
      "a poll of one option",
      { status: "a", poll: { options: ["b"], expires_in: 300 } },
      { "poll.options": "ERR_INVALID" },
    ],
  ])("with %s is 422, by field", async (_what, json, faults) => {
    const answer = await bark({ json });
    expect(answer).toMatchObject({ status: 422, json: { code: "invalid", details: details(faults) } });
    expect(answer.json).toMatchObject({ error: expect.stringMatching(/^Validation failed: /) });
  });

  it.each(["in_reply_to_id", "quoted_status_id"])("with a missing bark in %s is 404", async (field) => {
    const answer = await bark({ json: { status: "a", [field]: "1" } });
    expect(answer).toMatchObject({ status: 404, json: { code: "not_found" } });
  });

  it("is not one of 240 family emoji, which is accepted", async () => {
    expect(await bark({ json: { status: "👩‍👩‍👧‍👦".repeat(240) } })).toMatchObject({ status: 200 });
  });
});

describe("a body", () => {
  it.each<[string, Sent]>([
    ["JSON", { json: { status: "Hello 👋", language: "en", sensitive: true } }],
    ["JSON with texts for everything", { json: { status: "Hello 👋", language: "en", sensitive: "true" } }],
    ["a form", { body: new URLSearchParams({ status: "Hello 👋", language: "en", sensitive: "true" }) }],
    [
      "a form with empty fields",
      { body: new URLSearchParams("status=Hello 👋&language=en&sensitive=1&in_reply_to_id=&spoiler_text=") },
    ],
    ["multipart", { body: formData({ status: "Hello 👋", language: "en", sensitive: "true" }) }],
    ["JSON with fields we do not know", { json: { status: "Hello 👋", language: "en", sensitive: true, wings: 2 } }],
  ])("in %s is accepted", async (_what, sent) => {
    const answer = await bark(sent);
    expect(answer.text).toContain("Hello");
    expect(answer).toMatchObject({ status: 200, json: { text: "Hello 👋", language: "en", sensitive: true } });
  });

  it.each<[string, Sent, number, string]>([
    ["JSON cut off", { headers: { "content-type": "application/json" }, body: '{"status":' }, 400, "bad_request"],
    ["a JSON list", { json: ["status"] }, 400, "bad_request"],
    ["XML", { headers: { "content-type": "application/xml" }, body: "<status/>" }, 415, "unsupported_media_type"],
    ["text of no type", { body: new Blob(["status=a"]) }, 415, "unsupported_media_type"],
    ["100 kB too many", { json: { status: "x".repeat(100_000) } }, 413, "too_large"],
    ["5 MB", { json: { status: "x".repeat(5_000_000) } }, 413, "too_large"],
  ])("with %s is rejected", async (_what, sent, status, code) => {
    expect(await bark(sent)).toMatchObject({ status, json: { code } });
  });

  it("with a file in a text field is rejected", async () => {
    const form = new FormData();
    form.append("status", new File(["Hello"], "a.txt", { type: "text/plain" }));
    expect(await bark({ body: form })).toMatchObject({
      status: 422,
      json: { details: details({ status: "ERR_INVALID" }) },
    });
  });
});

function formData(entries: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.append(name, value);
  return form;
}
