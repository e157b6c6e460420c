import { describe, expect, it } from "vitest";
import { addressOfResource } from "@/lib/instance/rules";

const maple = { handle: "maple", host: "town.example" };

describe("a WebFinger resource", () => {
  it.each([
    "acct:maple@town.example",
    "maple@town.example",
    "acct:@maple@town.example",
    "https://town.example/@maple",
    "https://town.example/@maple/",
    "https://town.example/users/maple",
  ])("written as %s names the person", (resource) => {
    expect(addressOfResource(resource)).toEqual(maple);
  });

  it("keeps the port of a host", () => {
    expect(addressOfResource("acct:maple@localhost:3000")).toEqual({ handle: "maple", host: "localhost:3000" });
  });

  it.each([
    "",
    "maple",
    "acct:maple",
    "acct:@",
    "a@b@c",
    "https://town.example/",
    "https://town.example/@a/1",
    "https://",
    "javascript:x",
  ])("written as %j names nobody", (resource) => {
    expect(addressOfResource(resource)).toBeNull();
  });
});
