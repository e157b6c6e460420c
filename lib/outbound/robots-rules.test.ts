import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { robotsRules } from "@/lib/outbound/robots-rules";

/** Whether rules for all robots allow an address. */
const allows = (rules: string, path: string) => robotsRules(`User-agent: *\n${rules}`, "barker")(path);

describe("rules for robots", () => {
  it.each([
    ["Disallow:", "/a", true],
    ["Disallow: /", "/a", false],
    ["Disallow: /a", "/b/a", true],
    ["Disallow: /a\nAllow: /a/b", "/a/b/c", true],
    ["Allow: /a\nDisallow: /a", "/a", true],
    ["Allow: /\nDisallow: /*.png$", "/x.png", false],
    ["Disallow: /*.png$", "/x.png?y", true],
    ["Disallow: /a*b*c", "/a-c-b", true],
    ["Disallow: /a*b*c", "/a-b-c-d", false],
    ["Disallow: /a$", "/ab", true],
    ["Disallow: /*aa$", "/aa", false],
    ["Disallow: /a*a$", "/a", true],
    ["Disallow: /ä b", "/%C3%A4%20b", false],
    ["Disallow: /%c3%a4", "/%C3%A4", false],
    ["Disallow: /a # because", "/a", false],
    ["DISALLOW : /a", "/a", false],
    ["Disallow: /a?x=", "/a?x=1", false],
  ])("%j for %j: %j", (rules, path, allowed) => {
    expect(allows(rules, path)).toBe(allowed);
  });

  it("are those of the group that names the robot, of all its groups, else those for all", () => {
    const text =
      "\ufeffUser-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: BARKER/2.0\nDisallow: /own\n" +
      "Sitemap: /x\nUser-agent: third\r\nDisallow: /third\n\nUser-Agent: barker\nDisallow: /more\n";
    const rules = robotsRules(text, "barker");
    expect(["/", "/own", "/third", "/more"].map(rules)).toEqual([true, false, true, false]);
    expect(robotsRules(text, "nobody")("/")).toBe(false);
    expect(robotsRules("", "barker")("/")).toBe(true);
  });

  it("match as the expression that their wildcards mean, whatever they are", () => {
    const signs = (some: string) =>
      fc.array(fc.constantFrom(...some.split("")), { maxLength: 8 }).map((all) => all.join(""));
    fc.assert(
      fc.property(signs("ab*"), signs("ab"), fc.boolean(), (rule, path, whole) => {
        const meant = new RegExp(`^/${rule.replaceAll("*", ".*")}${whole ? "$" : ""}`);
        expect(allows(`Disallow: /${rule}${whole ? "$" : ""}`, `/${path}`)).toBe(!meant.test(`/${path}`));
      }),
      { numRuns: 2_000 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string(), (text, path) => void allows(text, path)));
  });

  it.each([
    ["many wildcards", `Disallow: /${"*a".repeat(900)}*b\n`.repeat(250)],
    ["long repetitions", `Disallow: /*${"a".repeat(990)}b*${"a".repeat(900)}\n`.repeat(250)],
    ["one rule as long as the file", `Disallow: /${"*a".repeat(250_000)}`],
    ["many names and many rules", "User-agent: *\n".repeat(15_000) + "Disallow: /a*b\n".repeat(15_000)],
    ["a line of blanks", " ".repeat(500_000)],
  ])("with %s are read and matched in a bounded time", (_, rules) => {
    const started = performance.now();
    allows(rules, `/${"a".repeat(2_000)}`);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
