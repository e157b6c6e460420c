import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { listen } from "@/testing/listen";
import { until } from "@/testing/until";

/** For slow machines, and for more processes than two cores can run well. */
const START_TIMEOUT_MS = 150_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A process of Barker that a test starts in addition, on the same stores. */
export interface Process {
  port: number;
  url: string;
  /** Asks it to shut down and waits. @returns its exit code, and how long (ms) it took */
  stop(): Promise<{ code: number | null; ms: number }>;
  kill(): Promise<void>;
  /** Starts it again, optionally with other settings. */
  start(env?: Record<string, string>): Promise<void>;
}

/** A free port that was not returned before. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts `dist/<bundle>.mjs` and waits until it is ready. */
export async function startProcess(
  bundle: "web" | "sidecar",
  port: number,
  given: Record<string, string>,
): Promise<Process> {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;

  async function start(more: Record<string, string> = {}): Promise<void> {
    const env = {
      ...process.env,
      NODE_ENV: "production" as const,
      LOG_LEVEL: "warn",
      HOST: "127.0.0.1",
      // Like the Barker that the tests were started with: tests act faster than people.
      BARKER_RATE_LIMITS: "off",
      ...given,
      ...more,
    };
    const args = ["--enable-source-maps", `dist/${bundle}.mjs`];
    const stdio = ["ignore", "inherit", "inherit"] as const;
    child = spawn(process.execPath, args, { cwd: root, env: { ...env, PORT: String(port) }, stdio: [...stdio] });
    await until(async () => child.exitCode !== null || (await isReady()), START_TIMEOUT_MS);
    if (child.exitCode !== null) throw new Error(`${bundle} ended with ${child.exitCode}`);
  }
  const isReady = () =>
    fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  const gone = () => until(() => child.exitCode !== null || child.signalCode !== null, START_TIMEOUT_MS);

  await start();
  return {
    port,
    url,
    start,
    async stop() {
      const begun = performance.now();
      child.kill("SIGTERM");
      await gone();
      return { code: child.exitCode, ms: performance.now() - begun };
    },
    async kill() {
      child.kill("SIGKILL");
      await gone();
    },
  };
}
