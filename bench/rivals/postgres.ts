import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { openWire, type Wire } from "@/bench/rivals/wire";

/** A temporary PostgreSQL for a benchmark, whose folder is deleted afterwards. */
export interface Postgres {
  connect: () => Promise<Wire>;
  /** Loads rows into a table by COPY from a file, as the manual recommends for many rows. */
  load: (table: string, rows: Iterable<readonly (string | number)[]>) => Promise<void>;
  pid: number;
  stop: () => Promise<void>;
}

/** The folder of Debian's binaries (apt-get install postgresql-15-postgis-3 or similar); null when not installed. */
function binaries(): string | null {
  const home = "/usr/lib/postgresql";
  const [newest] = existsSync(home) ? readdirSync(home).toSorted().toReversed() : [];
  return newest === undefined ? null : join(home, newest, "bin");
}

/** Settings that the manual recommends for such a machine; commits are flushed to disk, like Neo4j's. */
const SETTINGS = ["shared_buffers=512MB", "work_mem=64MB", "random_page_cost=1.1", "jit=off", "listen_addresses="];

/** Starts PostgreSQL; null when it is not installed. */
export async function startPostgres(): Promise<Postgres | null> {
  const bin = binaries();
  if (!bin) return null;
  const folder = mkdtempSync(join(tmpdir(), "barker-pg-"));
  const who = owner();
  if (who) chownSync(folder, who.uid, who.gid);
  const data = join(folder, "data");
  const as = { ...who, stdio: "ignore" as const };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"], {
    ...as,
    cwd: folder,
  });
  const options = SETTINGS.flatMap((setting) => ["-c", setting]);
  const server = spawn(join(bin, "postgres"), ["-D", data, "-k", folder, ...options], { ...as, cwd: folder });
  const connect = () => openWire(join(folder, ".s.PGSQL.5432"), "postgres", "postgres");
  await untilReady(connect);
  return {
    connect,
    pid: server.pid ?? 0,
    async load(table, rows) {
      const file = join(folder, `${table}.tsv`);
      writeFileSync(file, [...rows].map((row) => row.join("\t")).join("\n"));
      chmodSync(file, 0o644);
      const wire = await connect();
      await wire.query(`COPY ${table} FROM '${file}'`);
      wire.end();
      rmSync(file);
    },
    stop: () =>
      new Promise((resolve) => {
        server.once("exit", () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        server.kill("SIGINT");
      }),
  };
}

/** The user that Debian's package created, because PostgreSQL refuses to run as root. */
function owner(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function untilReady(connect: () => Promise<Wire>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      (await connect()).end();
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
