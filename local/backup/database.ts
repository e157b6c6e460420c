import neo4j, { type Driver, type Session } from "neo4j-driver";
import { env } from "@/lib/env";

/** The database for copying the whole graph, with whole numbers as BigInt, which `lib/neo4j` does not tell from floats. */
export interface Database {
  /** Streams the rows of a query that may take as long as it needs. */
  rows(query: string): AsyncGenerator<Record<string, unknown>>;
  /** Runs a query in a transaction. */
  run(query: string, params?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  /** Runs a query that begins transactions itself. */
  runAlone(query: string): Promise<void>;
  /** Names the last committed transaction: equal as long as nobody has written. */
  position(): Promise<string>;
  close(): Promise<void>;
}

/** Rows per message of a stream. */
const FETCHED = 2_000;

/** Opens the database of the environment. */
export function openDatabase(): Database {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE: database } = env();
  const driver: Driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
    connectionTimeout: 5_000,
    fetchSize: FETCHED,
    useBigInt: true,
    telemetryDisabled: true,
  });

  async function inSession<T>(mode: "READ" | "WRITE", work: (session: Session) => Promise<T>): Promise<T> {
    const session = driver.session({ database, defaultAccessMode: mode });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  return {
    async *rows(query) {
      const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
      try {
        for await (const record of session.run(query, {}, { timeout: 0 })) yield record.toObject();
      } finally {
        await session.close();
      }
    },
    run: (query, params = {}) =>
      inSession(neo4j.session.WRITE, async (session) => {
        const { records } = await session.executeWrite((tx) => tx.run(query, params));
        return records.map((record) => record.toObject());
      }),
    runAlone: (query) =>
      inSession(neo4j.session.WRITE, async (session) => {
        await session.run(query, {}, { timeout: 0 });
      }),
    position: () =>
      inSession(neo4j.session.READ, async (session) => {
        await session.run("RETURN 1");
        return session.lastBookmarks().join(" ");
      }),
    close: () => driver.close(),
  };
}
