import { describe, expect, it } from "vitest";
import { emailTrouble, strengthOf } from "@/app/(auth)/join/checks";

describe("the form of joining", () => {
  it("says what is missing from an e-mail address", () => {
    expect(emailTrouble("acorn@oakhouse.example")).toBeNull();
    expect(emailTrouble(" acorn@bücher.рф ")).toBeNull();
    expect(emailTrouble("acorn@oakhouse")).toMatch(/ending/);
    for (const wrong of ["", "acorn", "@oakhouse.example", "acorn@", "a@b@c.example"]) {
      expect(emailTrouble(wrong), wrong).toMatch(/name@example\.org/);
    }
  });

  it("calls a password stronger the longer and the more varied it is", () => {
    const bars = (password: string, handle = "acorn") => strengthOf(password, handle)?.bars ?? 0;
    expect(bars("")).toBe(0);
    expect(bars("short")).toBe(1);
    expect(bars("acorn1234")).toBe(1);
    expect(bars("gX9!kq2#")).toBe(2);
    expect(bars("aaaaaaaaaaaaaaaaaaaa")).toBe(2);
    expect(bars("wet gloves on")).toBe(3);
    expect(bars("three wet gloves on a gate")).toBe(4);
  });
});
