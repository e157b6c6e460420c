import neo4j, { type Transaction } from "neo4j-driver";
import { afterAll, expect, it } from "vitest";
import { DEMO_HANDLE } from "@/lib/auth/demo";
import { env } from "@/lib/env";
import { cypher, driver, parameters } from "@/lib/neo4j";
import { freshHandle } from "@/testing/people";

afterAll(() => driver().close());

/** What a start would find after some changes, which are undone. */
async function foundAfter(visitor: string, change: string): Promise<unknown> {
  const session = driver().session({ database: env().NEO4J_DATABASE, defaultAccessMode: neo4j.session.WRITE });
  const tx: Transaction = session.beginTransaction();
  try {
    await tx.run(change, { visitor });
    return (await tx.run(cypher("town/is_settled"), parameters({ visitor }))).records[0]?.toObject();
  } finally {
    await tx.rollback();
    await session.close();
  }
}

it("the demo town is recognised by its visitor", async () => {
  expect(await foundAfter(DEMO_HANDLE, "RETURN 1")).toEqual({ settled: true, demo: true });
});

it("a town in which somebody joined under the handle of the demo's visitor is no demo town", async () => {
  const change = "CREATE (:Person {id: $visitor, handleKey: $visitor})-[:HAS]->(:Credential {emailKey: $visitor})";
  expect(await foundAfter(freshHandle(), change)).toEqual({ settled: true, demo: false });
  expect(await foundAfter(freshHandle(), "RETURN 1")).toEqual({ settled: true, demo: false });
});
