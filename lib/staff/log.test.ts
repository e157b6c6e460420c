import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cypher } from "@/lib/neo4j";
import { STAFF_ACTS } from "@/lib/staff/schema";
import { files, sources } from "@/testing/sources";

describe("the staff log", () => {
  it("is only added to and read: no query changes or removes an entry", () => {
    const named = files(["cypher"], ".cypher").filter((file) => /StaffAct/.test(readFileSync(file, "utf8")));
    expect(named.toSorted()).toEqual([
      "cypher/schema/staff_act_id.cypher",
      "cypher/staff/_log.cypher",
      "cypher/staff/log.cypher",
    ]);
    expect(cypher("staff/_log")).toMatch(
      /^MERGE \(e:StaffAct \{id: \$given\.entry\.id\}\)\n {2}ON CREATE SET e \+= \$given\.entry\n$/,
    );
    expect(cypher("staff/log")).not.toMatch(/\b(SET|REMOVE|DELETE|CREATE|MERGE)\b/);
  });

  it("has an entry for every act, in the query of the act itself", () => {
    const entries = sources(["lib"]).filter(({ text }) => text.includes("logEntry("));
    const queries = entries.flatMap(({ text }) => [...text.matchAll(/"((?:staff|reports|strikes|trends)\/\w+)"/g)]);
    const written = [...new Set(queries.map(([, name = ""]) => name))].filter((name) =>
      /\b(SET|REMOVE|DELETE|CREATE|MERGE)\b/.test(cypher(name)),
    );
    // Filing a report and appealing are no acts of staff.
    const others = new Set(["reports/create", "strikes/appeal"]);
    expect(written.filter((name) => !others.has(name) && !cypher(name).includes("StaffAct"))).toEqual([]);
    expect(written.length).toBeGreaterThan(8);
    expect(new Set(STAFF_ACTS).size).toBe(STAFF_ACTS.length);
  });
});
