import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signUpFaults } from "@/lib/account/rules";
import { SignUp } from "@/lib/account/schema";

const fine = { username: "fern", email: "fern@town.example", password: "correct horse", agreement: true, locale: "en" };
const errors = (change: Partial<SignUp>) =>
  Object.fromEntries(
    Object.entries(signUpFaults({ ...fine, ...change })).map(([field, faults]) => [
      field,
      faults.map(({ error }) => error),
    ]),
  );

describe("signUpFaults", () => {
  it("accepts an ordinary sign-up", () => {
    expect(signUpFaults(fine)).toEqual({});
  });

  it.each([
    ["a handle in use by the house", { username: "admin" }, { username: ["ERR_RESERVED"] }],
    ["no handle", { username: "" }, { username: ["ERR_BLANK"] }],
    ["a long handle", { username: "x".repeat(31) }, { username: ["ERR_TOO_LONG"] }],
    ["no e-mail", { email: "" }, { email: ["ERR_BLANK"] }],
    ["a word for an e-mail", { email: "fern" }, { email: ["ERR_INVALID"] }],
    ["two e-mails", { email: "a@b.example,c@d.example" }, { email: ["ERR_INVALID"] }],
    ["a header in an e-mail", { email: "a@b.example\r\nBcc: c@d.example" }, { email: ["ERR_INVALID"] }],
    ["an e-mail without end", { email: `${"x".repeat(320)}@b.example` }, { email: ["ERR_INVALID"] }],
    ["7 characters of password", { password: "1234567" }, { password: ["ERR_TOO_SHORT"] }],
    ["1,001 characters of password", { password: "x".repeat(1_001) }, { password: ["ERR_TOO_LONG"] }],
    ["no agreement", { agreement: false }, { agreement: ["ERR_ACCEPTED"] }],
  ])("rejects %s", (_what, change, expected) => {
    expect(errors(change)).toEqual(expected);
  });

  it("accepts passwords of 8 to 1,000 characters of any kind", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 8, maxLength: 60 }), (password) => {
        expect(errors({ password })).toEqual({});
      }),
    );
    expect(errors({ password: "x".repeat(1_000) })).toEqual({});
  });

  it("reports all errors at once", () => {
    const nothing = { username: "", email: "", password: "", agreement: false };
    expect(Object.keys(signUpFaults({ ...fine, ...nothing }))).toEqual(["username", "email", "password", "agreement"]);
  });

  it.each([
    ["map le", "Try map_le."],
    ["ma.ple", "Try ma_ple."],
    ["maple!", "Try maple."],
  ])("suggests a valid handle for %j", (username, advice) => {
    expect(signUpFaults({ ...fine, username })["username"]?.[0]?.description).toContain(advice);
  });

  it("suggests nothing when the suggestion would be invalid too", () => {
    for (const username of ["!!!", "ad.min!".replace(".", ""), "ж".repeat(4), "m\u0430ple", "Żółw"]) {
      expect(signUpFaults({ ...fine, username })["username"]?.[0]?.description).not.toContain("Try");
    }
  });
});

describe("an e-mail address", () => {
  it.each([
    "fern@bücher.example",
    "fern@почта.рф",
    "fern@例え.テスト",
    "fern@xn--bcher-kva.example",
    "f.e+r-n_1@a-b.co",
  ])("may be %s", (email) => expect(errors({ email })).toEqual({}));

  it.each(["fern@", "@town.example", "fern@town", "fern@town..example", "fern@-town.example", "fe rn@town.example"])(
    "may not be %j",
    (email) => expect(errors({ email })).toEqual({ email: ["ERR_INVALID"] }),
  );

  it.each(["fërn@town.example", "蕨@town.example"])("may not be %s, and the error says why", (email) => {
    expect(signUpFaults({ ...fine, email })["email"]?.[0]?.description).toContain("plain letters");
  });
});

describe("SignUp", () => {
  it.each([true, "true", "1", "on", "t"])("treats %j as agreement", (agreement) => {
    expect(SignUp.parse({ ...fine, agreement }).agreement).toBe(true);
  });

  it.each([false, "false", "0", "off", "f"])("treats %j as no agreement", (agreement) => {
    expect(SignUp.parse({ ...fine, agreement }).agreement).toBe(false);
  });
});
