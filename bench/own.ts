import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { processorMs, residentKb } from "@/bench/process";
import { listen } from "@/testing/listen";
import { until } from "@/testing/until";

/** Collects garbage on SIGUSR2, so that the resident memory afterwards is what is needed. */
const COLLECT = 'data:text/javascript,process.on("SIGUSR2", () => globalThis.gc())';

/** A process of Barker that a benchmark starts for itself, to measure it from inside. Linux only. */
export class OwnProcess {
  private constructor(
    readonly port: number,
    readonly child: ChildProcess,
  ) {}

  static async start(bundle: "web" | "sidecar", given: Record<string, string>): Promise<OwnProcess> {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const env = { ...process.env, NODE_ENV: "production" as const, LOG_LEVEL: "warn", HOST: "127.0.0.1", ...given };
    const args = ["--expose-gc", "--import", COLLECT, `dist/${bundle}.mjs`];
    const child = spawn(process.execPath, args, { env: { ...env, PORT: String(port) }, stdio: "inherit" });
    const ready = () =>
      fetch(`http://127.0.0.1:${port}/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(ready, 60_000);
    return new OwnProcess(port, child);
  }

  /** Resident kilobytes after garbage collection. */
  async residentKb(): Promise<number> {
    for (let times = 0; times < 3; times++) {
      this.child.kill("SIGUSR2");
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    return residentKb(this.#pid);
  }

  /** Milliseconds of CPU time so far. */
  usedMs(): number {
    return processorMs(this.#pid);
  }

  get #pid(): number {
    if (this.child.pid === undefined) throw new Error("it was not started");
    return this.child.pid;
  }

  /** The delay of its event loop in milliseconds since the last call: median and maximum. */
  async lag(): Promise<{ p50: number; max: number }> {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text();
    const of = (name: string) => Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1] ?? Number.NaN) * 1_000;
    return { p50: of("nodejs_eventloop_lag_p50_seconds"), max: of("nodejs_eventloop_lag_max_seconds") };
  }

  async stop(): Promise<void> {
    this.child.kill("SIGTERM");
    await until(() => this.child.exitCode !== null || this.child.signalCode !== null, 20_000);
  }
}
