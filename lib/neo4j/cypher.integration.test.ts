import { lintCypherQuery } from "@neo4j-cypher/language-support";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createApp, createToken } from "@/lib/auth/writes";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { env } from "@/lib/env";
import { cypher, driver, grouped, GROUPED, hasPlain, isOfBothEnds, parameters } from "@/lib/neo4j";
import { schemaStatements } from "@/lib/neo4j/schema";
import { follow } from "@/lib/people/writes";
import { ask } from "@/testing/graph";
import { freshHandle, makePerson } from "@/testing/people";
import { isFull } from "@/testing/full";
import { files } from "@/testing/sources";
import { ROW_KEYS, VOCABULARY } from "@/testing/vocabulary";

/** The file that has the text of a query. */
const fileOf = (name: string) => readFileSync(`cypher/${name.replace(/_(oldest|plain)$/, "")}.cypher`, "utf8");

const queries = files(["cypher"], ".cypher")
  .map((file) => file.replace(/^cypher\/|\.cypher$/g, ""))
  .flatMap((name) => {
    if (/^(schema|migrations)\//.test(name) || name.includes("/_")) return [];
    const oldest = isOfBothEnds(name) ? [`${name}_oldest`] : [];
    return [name, ...oldest, ...(hasPlain(name) ? [`${name}_plain`] : [])];
  });

/** A step of a plan, as the database describes it. */
interface Step {
  operator: string;
  details: string;
  children: Step[];
}
const Step: z.ZodType<Step> = z
  .object({
    operatorType: z.string().transform((type) => type.replace(/@.*$/, "")),
    arguments: z.object({ Details: z.string().default("") }),
    children: z.array(z.lazy(() => Step)),
  })
  .transform(({ operatorType, arguments: { Details }, children }) => ({
    operator: operatorType,
    details: Details,
    children,
  }));

/** Steps that find at most one row, so that two of them do not multiply rows. */
const SINGLE = /^(NodeUniqueIndexSeek(\(Locking\))?|NodeCountFromCountStore|Argument|EmptyRow)$/;
/** Labels of few nodes, and the query for which any node is enough. */
const FEW = /:(Pending|Code|Staff|Limited|PendingAppeal|HiddenTrend|Announcement)\b/;
const ANY = "town/is_settled";

const steps = (step: Step): Step[] => [step, ...step.children.flatMap(steps)];
const leaves = (step: Step): Step[] => steps(step).filter(({ children }) => children.length === 0);

type Explanation = Promise<{ plan: Step; notes: string[] }>;
const explained = new Map<string, Explanation>();

/** Queries as they run for several callers at once. */
const together = GROUPED.map((name) => `${name} together`);

const textOf = (name: string) => {
  const shared = GROUPED.find((one) => `${one} together` === name);
  return shared ? grouped(shared) : cypher(name);
};

/** The plan of a query, cached. */
function explain(name: string): Explanation {
  const known = explained.get(name) ?? askForPlan(textOf(name));
  explained.set(name, known);
  return known;
}

/** Asks the database for a query's plan, without values for its parameters. */
async function askForPlan(text: string): Explanation {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    const { summary } = await session.run(`EXPLAIN ${text}`, parameters({}));
    const notes = summary.gqlStatusObjects.filter((status) => "isNotification" in status && status.isNotification);
    return { plan: Step.parse(summary.plan), notes: notes.map(({ statusDescription }) => statusDescription) };
  } finally {
    await session.close();
  }
}

const Name = z.object({ name: z.string() });
const Index = z.object({ name: z.string(), on: z.string() });
let indexes: z.infer<typeof Index>[];
let dbSchema: NonNullable<Parameters<typeof lintCypherQuery>[1]>;

const MAKES: Record<string, string> = {
  labels: "createLabel",
  relationships: "createRelationshipType",
  properties: "createProperty",
};

/** Makes the database know every name of the graph, so that an unknown one is a typing error. */
beforeAll(async () => {
  const [author, friend] = await Promise.all([makePerson(), makePerson()]);
  const app = {
    name: "Tests",
    website: "https://app.example",
    redirectUris: ["https://app.example/cb"],
    scopes: ["read"],
  };
  await createToken((await createApp(app)).id, ["read"], author.id);
  await follow(author.id, friend.id);
  const all = {
    text: `@${friend.handle} #a${freshHandle()}`,
    language: "en",
    sensitive: true,
    spoiler: "Hm",
    app: "Tests",
    idempotencyKey: "k",
  };
  const created = await createBark(author.id, all);
  if (created.ok) await deleteBark(author.id, created.status.id);
  for (const [kind, words] of Object.entries(VOCABULARY)) {
    await ask(`UNWIND $words AS word CALL db.${MAKES[kind]}(word) RETURN word`, { words }, z.object({}));
  }
  const shown = "SHOW INDEXES YIELD name, labelsOrTypes, properties WHERE size(properties) > 0";
  const on =
    "labelsOrTypes[0] + '(' + reduce(all = '', p IN properties | all + CASE all WHEN '' THEN '' ELSE ', ' END + p) + ')'";
  indexes = await ask(`${shown} RETURN name, ':' + ${on} AS on`, {}, Index);
  dbSchema = {
    labels: VOCABULARY.labels,
    relationshipTypes: VOCABULARY.relationships,
    propertyKeys: [...VOCABULARY.properties, ...ROW_KEYS],
  };
});
afterAll(() => driver().close());

describe("the query", () => {
  it.each([...queries, ...together])("%s is accepted without a warning", async (name) => {
    expect((await explain(name)).notes).toEqual([]);
  });

  it.each([...queries, ...together])(
    "%s scans neither all nodes nor all nodes of a label, and multiplies no rows",
    async (name) => {
      const plan = steps((await explain(name)).plan);
      expect(
        plan.filter(({ operator }) => /^AllNodesScan|RelationshipTypeScan|AllRelationshipsScan/.test(operator)),
      ).toEqual([]);
      expect(
        plan.filter(({ operator, details }) => operator === "NodeByLabelScan" && !FEW.test(details) && name !== ANY),
      ).toEqual([]);
      const products = plan.filter(({ operator }) => operator === "CartesianProduct");
      expect(products.flatMap(leaves).filter(({ operator }) => !SINGLE.test(operator))).toEqual([]);
    },
  );

  it.each(queries.filter((name) => !name.endsWith("_plain")))(
    "%s uses the indexes that its header names",
    async (name) => {
      const [, header = ""] = /^\/\/.*\bindex (.*\n(?:\/\/.*\n)*)/m.exec(fileOf(name)) ?? [];
      const details = steps((await explain(name)).plan).map((step) => step.details);
      const used = indexes.filter(({ on }) => details.some((detail) => detail.includes(on))).map((index) => index.name);
      const named = indexes.map((index) => index.name).filter((index) => new RegExp(`\\b${index}\\b`).test(header));
      expect(used).toEqual(expect.arrayContaining(named));
    },
  );

  // This takes two thirds of the file's time, and EXPLAIN covers most of it.
  it.each(isFull ? queries : [])("%s passes the linter with the real schema", (name) => {
    const { diagnostics } = lintCypherQuery(cypher(name), { ...dbSchema, parameters: { given: {} } });
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
  });

  it.each(queries.filter((name) => name.startsWith("notifications/of_acts")))(
    "%s takes what was done to barks from indexes in their order, not from every act ever",
    async (name) => {
      const all = steps((await explain(name)).plan);
      const seeks = all.filter(({ operator }) => /^(DirectedRelationship|Node)IndexSeek/.test(operator));
      expect(seeks.map(({ details }) => /(\w+)\(\w+, id\)/.exec(details)?.[1])).toEqual(
        expect.arrayContaining(["LIKES", "REACTED", "Rebark"]),
      );
      // One sort for followers, and one of what is left of all.
      expect(all.filter(({ operator }) => operator === "Limit")).toHaveLength(3);
      expect(all.filter(({ operator }) => /Sort|Top/.test(operator))).toHaveLength(2);
    },
  );

  it.each(queries.filter((name) => /^timelines\/(person|public)_ids/.test(name)))(
    "%s needs no sorting: an index has the order",
    async (name) => {
      const operators = steps((await explain(name)).plan).map(({ operator }) => operator);
      expect(operators).toContain("Limit");
      expect(operators.filter((operator) => /Sort|Top/.test(operator))).toEqual([]);
    },
  );
});

describe("the schema", () => {
  it("exists, under the names of its files", async () => {
    const rows = await ask("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name", {}, Name);
    const there = rows.map(({ name }) => name);
    const wanted = schemaStatements().flatMap(
      (statement) => /(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS/.exec(statement)?.[1] ?? [],
    );
    expect(wanted.length).toBeGreaterThan(10);
    expect(there).toEqual(expect.arrayContaining(wanted));
  });
});
