import { lintCypherQuery } from "@neo4j-cypher/language-support";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createApp, createToken } from "@/lib/auth/writes";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { env } from "@/lib/env";
import { cypher, driver } from "@/lib/neo4j";
import { schemaStatements } from "@/lib/neo4j/schema";
import { follow } from "@/lib/people/writes";
import { ask } from "@/lib/testing/graph";
import { freshHandle, makePerson } from "@/lib/testing/people";
import { files } from "@/lib/testing/sources";

const queries = files(["cypher"], ".cypher")
  .map((file) => file.replace(/^cypher\/|\.cypher$/g, ""))
  .filter((name) => !name.startsWith("schema/") && !name.includes("/_"));

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

/** Steps that find at most one row: two of them side by side multiply nothing. */
const SINGLE = /^(NodeUniqueIndexSeek(\(Locking\))?|NodeCountFromCountStore|Argument|EmptyRow)$/;
/** Labels that few nodes have at any time, and the query for which any one node is enough. */
const FEW = /:(Pending|Code)\b/;
const ANY = "town/is_settled";

const steps = (step: Step): Step[] => [step, ...step.children.flatMap(steps)];
const leaves = (step: Step): Step[] => steps(step).filter(({ children }) => children.length === 0);

/** Asks the database how it would run a query, with no value for any parameter. */
async function explain(text: string) {
  const names = [...new Set(text.match(/(?<=\$)[a-z]\w*/gi))];
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    const { summary } = await session.run(`EXPLAIN ${text}`, Object.fromEntries(names.map((name) => [name, null])));
    const notes = summary.gqlStatusObjects.filter((status) => "isNotification" in status && status.isNotification);
    return { plan: Step.parse(summary.plan), notes: notes.map(({ statusDescription }) => statusDescription) };
  } finally {
    await session.close();
  }
}

const Names = z.object({ names: z.array(z.string()) });
const names = async (query: string) => (await ask(query, {}, Names))[0]?.names ?? [];

const Index = z.object({ name: z.string(), on: z.string() });
let indexes: z.infer<typeof Index>[];
let dbSchema: NonNullable<Parameters<typeof lintCypherQuery>[1]>;

/** Makes one of everything, so that a label or property the database does not know is a slip. */
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
  await ask(
    "CREATE (o:Outbox:Parked:Settled {id: $id, reason: '', handedOverAt: 0}) DELETE o",
    { id: freshHandle() },
    z.object({}),
  );
  await ask(
    "CREATE (c:Credential {email: $id, emailKey: $id, passwordHash: ''}) DELETE c",
    { id: freshHandle() },
    z.object({}),
  );
  await ask(
    `CREATE (v:Version)-[s:SHOWS {order: 0}]->(m:Media:Loose:Discarded {id: $id, ownerId: '', kind: '', key: '', width: 0,
      height: 0, thumbhash: '', blurhash: '', description: '', focusX: 0, focusY: 0, until: 0}) DELETE v, s, m`,
    { id: freshHandle() },
    z.object({}),
  );
  await ask(
    `CREATE (p)-[:SET]->(s:AlertSettings {personId: $id, off: [], clearedTo: '', dismissed: [], for_not_following: '',
      for_not_followers: '', for_new_accounts: '', for_private_mentions: '', for_limited_accounts: '', turn: true}),
      (p)-[:READ_TO]->(m:Marker {key: $id, list: '', lastReadId: '', version: 0, at: 0}),
      (p)-[:HEARS {welcome: true, wavedOffTo: ''}]->(s), (p)-[:FOLLOWS {id: '', notify: true, notifyFrom: ''}]->(s),
      (p)-[:ASKED {id: ''}]->(s), (p)-[:LIKES {id: '', version: 0}]->(s), (p)-[:REBARKED]->(b:Rebark {pair: $id}),
      (b)-[:OF]->(s), (p)-[:REACTED {id: ''}]->(r:Reaction {key: $id, emoji: ''})-[:TO]->(s), (p)-[:WAS {id: ''}]->(s),
      (p)-[:QUOTES {version: 0}]->(s), (p)-[:REPLIES_TO]->(s), (p)-[:ANSWERED]->(s)
    DETACH DELETE p, s, m, b, r`,
    { id: freshHandle() },
    z.object({}),
  );
  await ask(
    `CREATE (p)-[:BLOCKS {id: ''}]->(q), (p)-[:MUTES {id: '', until: 0, notifications: true}]->(q),
      (p)-[:FOLLOWS {languages: [], rebarks: true}]->(q), (p)-[:ENDORSES {id: ''}]->(q), (p)-[:NOTED {text: ''}]->(q),
      (p)-[:MUTES_THREAD {at: 0}]->(q), (p)-[:FILTERS]->(f:Filter {id: $id, title: '', contexts: [], action: '',
      expiresAt: 0})-[:CATCHES {id: ''}]->(w:FilterWord {id: $id, word: '', whole: true}), (p)-[:FILED]->(r:Report {id: $id,
      at: 0, category: '', comment: '', ruleIds: [], resolvedAt: 0})-[:ABOUT]->(q), (r)-[:NAMES {text: ''}]->(q),
      (p)-[:GRANTED]->(c:Code {hash: $id, redirectUri: '', challenge: '', until: 0, token: ''})
    DETACH DELETE p, q, f, w, r, c`,
    { id: freshHandle() },
    z.object({}),
  );
  const shown = "SHOW INDEXES YIELD name, labelsOrTypes, properties WHERE size(properties) > 0";
  const on =
    "labelsOrTypes[0] + '(' + reduce(all = '', p IN properties | all + CASE all WHEN '' THEN '' ELSE ', ' END + p) + ')'";
  indexes = await ask(`${shown} RETURN name, ':' + ${on} AS on`, {}, Index);
  dbSchema = {
    // A running worker may have delivered all that was pending.
    labels: [
      ...(await names("CALL db.labels() YIELD label RETURN collect(label) AS names")),
      "Pending",
      "Parked",
      "Version",
      "Media",
      "Loose",
      "Discarded",
      "Credential",
      ...["AlertSettings", "Marker", "Rebark", "Reaction"],
      ...["Filter", "FilterWord", "Report", "Code"],
    ],
    relationshipTypes: [
      ...(await names("CALL db.relationshipTypes() YIELD relationshipType RETURN collect(relationshipType) AS names")),
      "SHOWS",
      "WAS",
      ...[
        "BLOCKS",
        "MUTES",
        "ENDORSES",
        "NOTED",
        "MUTES_THREAD",
        "FILTERS",
        "CATCHES",
        "FILED",
        "ABOUT",
        "NAMES",
        "GRANTED",
      ],
      ...[
        "SET",
        "READ_TO",
        "HEARS",
        "ASKED",
        "LIKES",
        "REBARKED",
        "OF",
        "REACTED",
        "TO",
        "QUOTES",
        "REPLIES_TO",
        "ANSWERED",
      ],
    ],
    propertyKeys: await names("CALL db.propertyKeys() YIELD propertyKey RETURN collect(propertyKey) AS names"),
  };
});
afterAll(() => driver().close());

describe("the query", () => {
  it.each(queries)("%s is understood without a warning", async (name) => {
    expect((await explain(cypher(name))).notes).toEqual([]);
  });

  it.each(queries)("%s reads neither all nodes nor every node of a label, and multiplies no rows", async (name) => {
    const plan = steps((await explain(cypher(name))).plan);
    expect(
      plan.filter(({ operator }) => /^AllNodesScan|RelationshipTypeScan|AllRelationshipsScan/.test(operator)),
    ).toEqual([]);
    expect(
      plan.filter(({ operator, details }) => operator === "NodeByLabelScan" && !FEW.test(details) && name !== ANY),
    ).toEqual([]);
    const products = plan.filter(({ operator }) => operator === "CartesianProduct");
    expect(products.flatMap(leaves).filter(({ operator }) => !SINGLE.test(operator))).toEqual([]);
  });

  it.each(queries)("%s uses the indexes that its header names", async (name) => {
    const [, header = ""] =
      /^\/\/.*\bindex (.*\n(?:\/\/.*\n)*)/m.exec(readFileSync(`cypher/${name}.cypher`, "utf8")) ?? [];
    const details = steps((await explain(cypher(name))).plan).map((step) => step.details);
    const used = indexes.filter(({ on }) => details.some((detail) => detail.includes(on))).map((index) => index.name);
    const named = indexes.map((index) => index.name).filter((index) => new RegExp(`\\b${index}\\b`).test(header));
    expect(used).toEqual(expect.arrayContaining(named));
  });

  it.each(queries)("%s passes the linter with the real schema", (name) => {
    const parameters = Object.fromEntries(
      [...new Set(cypher(name).match(/(?<=\$)[a-z]\w*/gi))].map((key) => [key, ""]),
    );
    const { diagnostics } = lintCypherQuery(cypher(name), { ...dbSchema, parameters });
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
  });

  it.each(queries.filter((name) => /^timelines\/(person|public)_ids/.test(name)))(
    "%s needs no sorting: an index has the order",
    async (name) => {
      const operators = steps((await explain(cypher(name))).plan).map(({ operator }) => operator);
      expect(operators).toContain("Limit");
      expect(operators.filter((operator) => /Sort|Top/.test(operator))).toEqual([]);
    },
  );
});

describe("the schema", () => {
  it("is there, under the names its files say", async () => {
    const there = await names("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN collect(name) AS names");
    const wanted = schemaStatements().map(
      (statement) => /(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS/.exec(statement)?.[1],
    );
    expect(wanted.length).toBeGreaterThan(10);
    expect(there).toEqual(expect.arrayContaining(wanted));
  });
});
