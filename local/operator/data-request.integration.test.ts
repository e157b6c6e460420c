import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { staffLog } from "@/lib/staff/reads";
import { exportFor } from "@/local/operator/data-request";
import { changeEnv } from "@/testing/change-env";
import { makePerson } from "@/testing/people";
import { TESTS } from "@/testing/staff";

const data = mkdtempSync(join(tmpdir(), "barker-data-"));
afterAll(async () => {
  rmSync(data, { recursive: true });
  await driver().close();
});

describe("the export for somebody who cannot sign in", () => {
  it("is the zip that they could make themselves, readable by nobody else on this machine, and is logged", async () => {
    changeEnv("BARKER_DATA", data);
    const person = await makePerson();
    await createBark(person.id, { text: "All of mine" });
    const file = (await exportFor(TESTS, `@${person.handle}`)) ?? "";
    expect(file).toMatch(new RegExp(`^${data}/exports/barker-${person.handle}-[\\d-]+\\.zip$`));
    expect(statSync(file).mode & 0o077).toBe(0);
    const files = unzipSync(new Uint8Array(readFileSync(file)));
    expect(strFromU8(files["barks.json"] ?? new Uint8Array())).toContain("All of mine");
    const log = await staffLog({ limit: 5 }, person.id);
    expect(log.map(({ act, by }) => [act, by])).toEqual([["data", TESTS.name]]);
  });

  it("is not made for a handle that nobody has", async () => {
    expect(await exportFor(TESTS, "nobody-has-this")).toBeNull();
  });
});
