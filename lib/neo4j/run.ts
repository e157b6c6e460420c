import { SpanKind, type SpanOptions } from "@opentelemetry/api";
import neo4j, { Neo4jError, type Session } from "neo4j-driver";
import { z } from "zod";
import { env } from "@/lib/env";
import { away } from "@/lib/errors";
import { cypher, grouped } from "@/lib/neo4j/cypher";
import { metrics } from "@/lib/metrics";
import { bookmarks, driver, giveUpSilent } from "@/lib/neo4j/driver";
import { storeBudgetLeft, withTimeout, StoreTimeoutError } from "@/lib/store-timeout";
import { traced } from "@/lib/tracing";

/** A row that is only an id. */
export const IdRow = z.object({ id: z.string() });

export type Params = Record<string, unknown>;

/** Whether a query reads or writes: how often it is tried, and on which member of a cluster it runs. */
export type Access = "read" | "write";
const MODES = { read: neo4j.session.READ, write: neo4j.session.WRITE } as const;
const TRIES = { read: 2, write: 7 } as const;

/** No retries after this long: they would not help an overloaded database. */
const RETRY_MS = 2_000;

/**
 * Runs a read query of `cypher/` and returns its rows, validated by `row`.
 * One auto-commit query in a READ session costs half of `driver.executeQuery` (0.37 against
 * 0.82 ms); a cluster routes it to a follower.
 * @throws ApiError `away` when the database does not answer.
 */
export function read<Row>(name: string, params: Params, row: z.ZodType<Row>): Promise<Row[]> {
  return run(name, params, row, "read");
}

/**
 * Runs a write query as `write` does, also while a backup pauses writing: only for the pause itself.
 * @throws ApiError `away` when the database does not answer.
 */
export function writeInPause<Row>(name: string, params: Params, row: z.ZodType<Row>): Promise<Row[]> {
  return run(name, params, row, "write");
}

/**
 * Reads many rows in chunks, so that the first can be processed while others are being read, and never all of them are
 * in memory. An interrupted read starts again.
 * @throws ApiError `away` when the database does not answer.
 */
export async function* readInChunks<Row>(
  name: string,
  params: Params,
  row: z.ZodType<Row>,
  size: number,
): AsyncGenerator<Row[]> {
  const session = openSession(neo4j.session.READ);
  let chunk: Row[] = [];
  try {
    for await (const record of session.run(cypher(name), parameters(params))) {
      chunk.push(row.parse(record.toObject()));
      if (chunk.length < size) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  } catch (error) {
    throw isRetryable(error) ? away(error) : error;
  } finally {
    await close(session);
  }
}

/** Whether a write failed because a node with that key exists already. */
export function isConflict(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === "Neo.ClientError.Schema.ConstraintValidationFailed";
}

/** What a trace says of a query. */
const spanOf = (name: string, calls = 1): SpanOptions => ({
  kind: SpanKind.CLIENT,
  attributes: {
    "db.system.name": "neo4j",
    "db.operation.name": name,
    ...(calls > 1 && { "db.operation.batch.size": calls }),
  },
});

/** Runs a query of `cypher/` on its own. @throws ApiError `away` when the database does not answer. */
export function run<Row>(name: string, params: Params, row: z.ZodType<Row>, access: Access): Promise<Row[]> {
  return traced(name, spanOf(name), () => runUntilAnswered(name, params, row, access));
}

async function runUntilAnswered<Row>(
  name: string,
  params: Params,
  row: z.ZodType<Row>,
  access: Access,
): Promise<Row[]> {
  const until = performance.now() + RETRY_MS;
  for (let attempt = 1; ; attempt++) {
    const session = openSession(MODES[access]);
    const begun = performance.now();
    let released = true;
    try {
      // Cancels a query whose request has timed out, and then returns its connection to the pool.
      const timeout = storeBudgetLeft();
      const result = await withTimeout(
        name,
        session.run(cypher(name), parameters(params), timeout === null ? {} : { timeout }),
      );
      metrics().queries.observe({ query: name }, (performance.now() - begun) / 1_000);
      return result.records.map((record) => row.parse(record.toObject()));
    } catch (error) {
      released = !(error instanceof StoreTimeoutError);
      if (!released) throw away(error);
      if (!isRetryable(error)) throw error;
      if (attempt >= TRIES[access] || !isTransient(error) || performance.now() > until) throw away(error);
      await pause(attempt);
    } finally {
      const closed = close(session);
      if (released) await closed;
      else giveUpSilent(closed);
    }
  }
}

const Grouped = z.looseObject({ call: z.number() });

/**
 * Runs a query of `cypher/` once for each of some parameters, in order and in one transaction.
 * @param timeout how long (ms) it may take
 * @returns the rows of each
 * @throws when one of them fails, and so nothing has happened
 */
export function runGroup(
  name: string,
  calls: Params[],
  access: Access,
  timeout: number,
): Promise<Record<string, unknown>[][]> {
  return traced(name, spanOf(name, calls.length), () => runTogether(name, calls, access, timeout));
}

async function runTogether(
  name: string,
  calls: Params[],
  access: Access,
  timeout: number,
): Promise<Record<string, unknown>[][]> {
  const session = openSession(MODES[access]);
  const begun = performance.now();
  try {
    const { records } = await session.run(grouped(name), parameters({ calls }), { timeout });
    metrics().queries.observe({ query: name }, (performance.now() - begun) / 1_000);
    const rows: Record<string, unknown>[][] = calls.map(() => []);
    for (const record of records) {
      const { call, ...row } = Grouped.parse(record.toObject());
      rows[call]?.push(row);
    }
    return rows;
  } finally {
    await close(session);
  }
}

function openSession(defaultAccessMode: "READ" | "WRITE"): Session {
  return driver().session({ database: env().NEO4J_DATABASE, defaultAccessMode, bookmarkManager: bookmarks() });
}

/** The parameters of a query of `cypher/` in the form in which its text reads them. */
export function parameters(params: Params): Params {
  return { given: withIntegers(params) };
}

/**
 * Converts whole numbers to integers. The driver sends every JavaScript number as a float, which LIMIT
 * rejects, and which would store times as floats.
 */
export function withIntegers(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, withInteger(value)]));
}

function withInteger(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return typeof value[0] === "string" ? value : value.map(withInteger);
  return isPlain(value) ? withIntegers(value) : value;
}

function isPlain(value: unknown): value is Params {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isRetryable(error: unknown): boolean {
  return error instanceof Neo4jError && (neo4j.isRetryableError(error) || isAway(error));
}

/** Deadlocks and leader changes are over in milliseconds; a lost database is not. */
function isTransient(error: unknown): boolean {
  return error instanceof Neo4jError && neo4j.isRetryableError(error);
}

/** Acquiring a connection or the query itself timed out, or the database is starting up or shutting down. */
function isAway(error: Neo4jError): boolean {
  if (error.code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut")) return true;
  return /acquisition|timed out/i.test(error.message) || error.code === "Neo.ClientError.Security.AuthProviderFailed";
}

function pause(attempt: number): Promise<void> {
  const ms = 5 * 2 ** attempt * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Closing resets the connection; an error on a connection that is already lost is ignored. */
function close(session: Session): Promise<void> {
  return session.close().catch(() => undefined);
}
