import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import neo4j, { type Session } from "neo4j-driver";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { cypher, driver, grouped, parameters } from "@/lib/neo4j";

/** How many scenes are played at the same time: half of the processors are left to whoever is here already. */
const AT_ONCE = Math.max(1, Math.floor(cpus().length / 2));
/** How many followers the author has. */
const READERS = 8;
/** The indexes that the rehearsed queries use, in cypher/schema. */
const INDEXES = [
  "person_id",
  "person_handle",
  "former_handle",
  "bark_id",
  "bark_author_id",
  "bark_idempotency_key",
  "bark_words",
  "rebark_pair",
  "rebark_of_author_id",
  "reaction_key",
  "outbox_id",
  "outbox_done_at",
  "topic_name",
  "media_id",
  "token_hash",
];
/** What is created, under its own label. */
const LABELS = ["Person", "Bark", "Outbox", "Reaction"];

interface Cast {
  author: string;
  readers: string[];
}

/**
 * The same query on labels of its own, such as `RehearsedBark` for `Bark`: it takes the same paths through Neo4j, down to
 * the disk, and no other query ever finds what it leaves.
 */
const rehearsed = (text: string) => text.replace(/:([A-Z][a-z]\w*)/g, ":Rehearsed$1");

/**
 * Runs what people do most, over and over, on nodes that no other query finds, and deletes them at the end. Java compiles
 * only code that has run often, and until then each deed takes several times as long.
 * @param until when (by `performance.now()`) it ends
 */
export async function rehearse(until: number): Promise<void> {
  await clear();
  const sessions = Array.from({ length: AT_ONCE }, () =>
    driver().session({ database: env().NEO4J_DATABASE, defaultAccessMode: neo4j.session.WRITE }),
  );
  try {
    await Promise.all(
      sessions.map(async (session) => {
        while (performance.now() < until) await once(session, until);
      }),
    );
  } finally {
    for (const each of sessions) await each.close();
    await clear();
  }
}

/** Deletes what rehearsals have left, this one or one that was interrupted. */
async function clear(): Promise<void> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  for (const label of LABELS)
    await session.run(rehearsed(`MATCH (n:${label}) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS`));
  await session.close();
}

/**
 * Creates the indexes that are missing. Before anything is planned: plans are forgotten when an index is created.
 */
export async function prepareRehearsal(): Promise<void> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  const { records } = await session.run("SHOW INDEXES YIELD name RETURN name");
  const there = new Set(records.map((record) => String(record.get("name"))));
  for (const name of INDEXES.filter((index) => !there.has(`rehearsed_${index}`))) {
    const text = readFileSync(join("cypher", "schema", `${name}.cypher`), "utf8").replace(/^\/\/.*\n/gm, "");
    await session.run(rehearsed(text).replace(/(CONSTRAINT|INDEX) (\w+)/, "$1 rehearsed_$2"));
  }
  await session.close();
}

async function once(session: Session, until: number): Promise<void> {
  const cast = { author: newId(), readers: Array.from({ length: READERS }, newId) };
  await play(session, "instance/rehearsal_cast", { authorId: cast.author, readerIds: cast.readers, at: Date.now() });
  while (performance.now() < until) await scene(session, cast);
}

/** Somebody barks; it is delivered; others like it, react to it, answer it and read it; somebody follows. */
async function scene(session: Session, { author, readers }: Cast): Promise<void> {
  const [one = author, two = author] = readers;
  const at = Date.now();
  const plain = newId();
  const reply = newId();
  const links = { replyTo: null, quotes: null, media: [], topics: [], mentions: [], polls: [] };
  const bark = (id: string) => ({ id, text: "Bread, still warm.", words: "bread still warm", at, audience: "public" });
  const recipients = { personId: author, answered: null, ids: [author], now: at, barkId: plain };
  const act = (viewerId: string) => ({ viewerId, id: plain, at, outboxId: newId() });
  const run = (name: string, params: object) => play(session, name, params);
  await run("barks/create_plain", { authorId: author, bark: bark(plain), ...links });
  await run("effects/recipients", recipients);
  for (const reader of readers) {
    await run("reactions/like", act(reader));
    await run("effects/acts", { actorId: reader, barkId: plain, since: "0" });
    await run("barks/viewer_state", { viewerId: reader, ids: [plain] });
  }
  await run("reactions/react", { ...act(one), emoji: "🌾", key: `${plain} 🌾`, most: 8 });
  await run("reactions/rebark", { viewerId: two, id: plain, rebarkId: newId(), at });
  await run("barks/create", {
    authorId: one,
    bark: bark(reply),
    ...links,
    replyTo: plain,
    topics: [],
    mentions: [author],
  });
  await run("barks/by_id", { ids: [plain, reply] });
  await run("reactions/unlike", act(one));
  await run("people/follow", { ...act(author), personId: one, rebarks: null, notify: null, languages: null });
  await run("notifications/between", { personId: author, otherId: one });
  await run("people/relationships", { pairs: readers.map((id) => [id, author]), now: at });
  await run("filters/by_person", { ids: readers });
  await run("auth/bearers_by_token", { hashes: [plain] });
  // What callers share under load is a query of its own.
  await group(session, "reactions/like", readers.map(act));
  await group(session, "effects/recipients", [recipients, recipients]);
  await group(
    session,
    "barks/viewer_state",
    readers.map((viewerId) => ({ viewerId, ids: [plain, reply] })),
  );
}

async function play(session: Session, name: string, params: object): Promise<void> {
  await session.run(rehearsed(cypher(name)), parameters({ ...params }));
}

async function group(session: Session, name: string, calls: object[]): Promise<void> {
  await session.run(rehearsed(grouped(name)), parameters({ calls }));
}
