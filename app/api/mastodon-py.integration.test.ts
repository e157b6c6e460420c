import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { apiUrl } from "@/testing/api";
import { makePerson, makeToken } from "@/testing/people";
import { photo } from "@/testing/pictures";

afterAll(() => driver().close());

const run = promisify(execFile);
/** Kept between runs, so that only the first one downloads it. */
const PACKAGES = join(".barker", "engines", "python");
const env = { ...process.env, PYTHONPATH: PACKAGES, PYTHONDONTWRITEBYTECODE: "1" };

/** Why Mastodon.py is not available, or null. */
async function lacking(): Promise<string | null> {
  try {
    await run("python3", ["--version"]);
  } catch {
    return "there is no python3";
  }
  const has = () => run("python3", ["-c", "import mastodon"], { env });
  try {
    await has();
    return null;
  } catch {
    if (existsSync(join(PACKAGES, "mastodon"))) return "Mastodon.py is there but does not load";
  }
  try {
    const install = ["-m", "pip", "install", "--quiet", "--target", PACKAGES, "Mastodon.py==2.3.3"];
    await run("python3", install, { timeout: 60_000 });
    await has();
    return null;
  } catch {
    return "Mastodon.py cannot be installed: there is no package registry";
  }
}

describe("Mastodon.py", () => {
  it("does everything that a person does", { timeout: 180_000 }, async ({ skip }) => {
    const reason = await lacking();
    if (reason !== null) return skip(reason);
    const tokens = await Promise.all(
      [await makePerson(), await makePerson()].map(({ id }) => makeToken(id, ["read", "write", "follow", "push"])),
    );
    const picture = join(mkdtempSync(join(tmpdir(), "barker-")), "fog.png");
    writeFileSync(picture, await photo(80, 60, "png"));
    const args = ["testing/mastodon_client.py", await apiUrl(), ...tokens.map(({ token }) => token), picture];
    const told = await run("python3", args, { env, timeout: 170_000 }).catch((error: unknown) => error);
    const { stdout = "", stderr = "" } = told as { stdout?: string; stderr?: string };
    expect([stdout.split("\n").filter((line) => !line.startsWith("ok ") && line !== ""), stderr]).toEqual([[], ""]);
    expect(stdout.split("\n").length).toBeGreaterThan(50);
  });
});
