import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { apiUrl } from "@/testing/api";
import { buildGoMastodon, GO_MASTODON } from "@/testing/go-mastodon";
import { makePerson, makeToken } from "@/testing/people";
import { photo } from "@/testing/pictures";
import { runSteps } from "@/testing/steps";

afterAll(() => driver().close());

describe("go-mastodon", () => {
  it("does everything that a person does", { timeout: 240_000 }, async ({ skip }) => {
    const reason = await buildGoMastodon();
    if (reason !== null) return skip(reason);
    const tokens = await Promise.all(
      [await makePerson(), await makePerson()].map(({ id }) => makeToken(id, ["read", "write", "follow", "push"])),
    );
    const picture = join(mkdtempSync(join(tmpdir(), "barker-")), "fog.png");
    writeFileSync(picture, await photo(80, 60, "png"));
    const args = [await apiUrl(), ...tokens.map(({ token }) => token), picture];
    const { wrong, lines } = await runSteps(GO_MASTODON, args);
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThan(50);
  });
});
