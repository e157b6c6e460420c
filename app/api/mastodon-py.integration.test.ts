import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { apiUrl } from "@/testing/api";
import { lacking, runPython } from "@/testing/mastodon-py";
import { makePerson, makeToken } from "@/testing/people";
import { photo } from "@/testing/pictures";

afterAll(() => driver().close());

describe("Mastodon.py", () => {
  it("does everything that a person does", { timeout: 180_000 }, async ({ skip }) => {
    const reason = await lacking();
    if (reason !== null) return skip(reason);
    const tokens = await Promise.all(
      [await makePerson(), await makePerson()].map(({ id }) => makeToken(id, ["read", "write", "follow", "push"])),
    );
    const picture = join(mkdtempSync(join(tmpdir(), "barker-")), "fog.png");
    writeFileSync(picture, await photo(80, 60, "png"));
    const args = [await apiUrl(), ...tokens.map(({ token }) => token), picture];
    const { wrong, lines } = await runPython("testing/mastodon_client.py", args);
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThan(50);
  });
});
