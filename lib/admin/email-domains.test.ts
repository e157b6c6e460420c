import { describe, expect, it } from "vitest";
import { EmailDomainBlockInput } from "@/lib/admin/input";
import { domainBlockId } from "@/lib/admin/domain-block-id";
import { toEmailDomainBlock } from "@/lib/admin/view";
import { TownSettings } from "@/lib/settings/schema";

const DAY_MS = 86_400_000;
const at = Date.UTC(2026, 10, 30);

describe("a blocked e-mail domain", () => {
  const settings = TownSettings.parse({
    blocked_domains: ["a.example", "old.example"],
    blocked_domains_at: { "a.example": "2026-11-30T08:00:00.000Z" },
  });

  it("has an id of 19 digits and 63 bits, which is always the same and another one for each domain", () => {
    const ids = Array.from({ length: 500 }, (_, index) => domainBlockId(`n${index}.example`));
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[1-9]\d{18}$/);
    expect(ids.every((id) => BigInt(id) < 2n ** 63n)).toBe(true);
    expect(domainBlockId("spam.example")).toBe(domainBlockId("spam.example"));
  });

  it("has the time at which it was blocked, and an impossible one where nobody noted it", () => {
    expect(toEmailDomainBlock("a.example", settings, []).created_at).toBe("2026-11-30T08:00:00.000Z");
    expect(toEmailDomainBlock("old.example", settings, []).created_at).toBe("1970-01-01T00:00:00.000Z");
  });

  it("has a history of the sign-ups that it refused, as strings, newest day first", () => {
    const days = [
      { at, byDomain: new Map([["a.example", 3]]) },
      { at: at - DAY_MS, byDomain: new Map([["old.example", 1]]) },
    ];
    expect(toEmailDomainBlock("a.example", settings, days).history).toEqual([
      { day: String(at / 1_000), accounts: "3", uses: "3" },
      { day: String((at - DAY_MS) / 1_000), accounts: "0", uses: "0" },
    ]);
  });
});

describe("what blocks an e-mail domain", () => {
  it.each([" @Spam.Example ", "spam.example"])("is cleaned: %j", (domain) => {
    expect(EmailDomainBlockInput.parse({ domain, allow_with_approval: "false" }).domain).toBe("spam.example");
  });

  it.each([
    { domain: "nodot" },
    { domain: "a@spam.example" },
    { domain: `${"a".repeat(250)}.example` },
    { domain: "spam.example", allow_with_approval: true },
  ])("is refused: %o", (sent) => expect(EmailDomainBlockInput.safeParse(sent).success).toBe(false));
});
