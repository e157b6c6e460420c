import { describe, expect, it } from "vitest";
import {
  enrolmentUri,
  hashRecoveryCode,
  newRecoveryCodes,
  newTotpSecret,
  readCode,
  stepOf,
} from "@/lib/auth/two-factor/rules";
import { sealSecret, unsealSecret } from "@/lib/auth/two-factor/seal";
import { changeEnv } from "@/testing/change-env";
import { setTestEnvironment } from "@/testing/environment";

setTestEnvironment();

/** "12345678901234567890" in base 32: the secret of RFC 6238, appendix B. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const STEP_MS = 30_000;

describe("what somebody types", () => {
  it.each([
    ["123456", { kind: "digits", digits: "123456" }],
    [" 123 456 ", { kind: "digits", digits: "123456" }],
    ["１２３４５６", { kind: "digits", digits: "123456" }],
    ["abcd-efgh-2345-6723", { kind: "recovery", code: "abcdefgh23456723" }],
    ["ABCD EFGH 2345 6723", { kind: "recovery", code: "abcdefgh23456723" }],
    ["12345", null],
    ["1234567", null],
    ["abcd-efgh", null],
    ["", null],
  ])("%j is read as %j", (typed, code) => expect(readCode(typed)).toEqual(code));
});

describe("the digits of an app", () => {
  it("are those of RFC 6238", () => {
    expect(stepOf(SECRET, "287082", 59_000)).toBe(1);
    expect(stepOf(SECRET, "081804", 1_111_111_109_000)).toBe(37_037_036);
    expect(stepOf(SECRET, "005924", 1_234_567_890_000)).toBe(41_152_263);
  });

  it("are accepted one step early and one late, and not further away", () => {
    const [at, step] = [1_111_111_109_000, 37_037_036];
    for (const steps of [-1, 0, 1]) expect(stepOf(SECRET, "081804", at + steps * STEP_MS)).toBe(step);
    for (const steps of [-2, 2, 100]) expect(stepOf(SECRET, "081804", at + steps * STEP_MS)).toBeNull();
    expect(stepOf(SECRET, "081805", at)).toBeNull();
  });

  it("come from a secret of 160 bits that is new each time", () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(newTotpSecret());
  });

  it("are shown with the name of the town and the handle", () => {
    const uri = new URL(enrolmentUri(SECRET, { town: "The Mill: a town & more", handle: "fern" }));
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.pathname)).toContain("The Mill  a town & more:@fern");
    expect(uri.searchParams.get("secret")).toBe(SECRET);
    expect(uri.searchParams.get("issuer")).toBe("The Mill  a town & more");
  });
});

describe("recovery codes", () => {
  it("are ten, different, and read however they are grouped", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
      expect(readCode(code)).toMatchObject({ kind: "recovery" });
    }
  });

  it("have one hash in any grouping, and another for each person", () => {
    expect(hashRecoveryCode("1", "abcd-efgh-2345-6723")).toBe(hashRecoveryCode("1", "abcdefgh23456723"));
    expect(hashRecoveryCode("1", "abcdefgh23456723")).not.toBe(hashRecoveryCode("2", "abcdefgh23456723"));
  });
});

describe("a sealed secret", () => {
  it("is opened for its person only, and not after a change", () => {
    const sealed = sealSecret("1", SECRET);
    expect(sealed).not.toContain(SECRET);
    expect(sealSecret("1", SECRET)).not.toBe(sealed);
    expect(unsealSecret("1", sealed)).toBe(SECRET);
    expect(unsealSecret("2", sealed)).toBeNull();
    const forged = sealed.slice(0, -4) + (sealed.endsWith("AAAA") ? "BBBB" : "AAAA");
    for (const other of [forged, "", "junk", sealed.slice(0, 30)]) expect(unsealSecret("1", other)).toBeNull();
  });

  it("is not opened with another NEXTAUTH_SECRET", () => {
    const sealed = sealSecret("1", SECRET);
    changeEnv("NEXTAUTH_SECRET", "another secret of sixteen");
    expect(unsealSecret("1", sealed)).toBeNull();
  });
});
