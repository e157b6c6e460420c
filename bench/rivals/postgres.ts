import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { openWire, type Wire } from "@/bench/rivals/wire";

/** A PostgreSQL of the bench's own, in a folder that goes with it. */
export interface Postgres {
  connect: () => Promise<Wire>;
  /** Rows into a table, through a file: the way its manual recommends for many. */
  load: (table: string, rows: Iterable<readonly (string | number)[]>) => Promise<void>;
  pid: number;
  stop: () => Promise<void>;
}

/** What Debian calls it: apt-get install postgresql-15-postgis-3, or its likes. Null where it is not installed. */
function binaries(): string | null {
  const home = "/usr/lib/postgresql";
  const [newest] = existsSync(home) ? readdirSync(home).toSorted().toReversed() : [];
  return newest === undefined ? null : join(home, newest, "bin");
}

/** Settings as its manual advises for a machine of this kind; commits reach the disk, as Neo4j's do. */
const SETTINGS = ["shared_buffers=512MB", "work_mem=64MB", "random_page_cost=1.1", "jit=off", "listen_addresses="];

/** Starts one; null where PostgreSQL is not installed. */
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

/** It refuses to run as root; Debian's package made a user for it. */
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
