import { spawn } from "node:child_process";
import { once } from "node:events";

import { expect, test, vi } from "vitest";

import { isAlive } from "./process-info.mjs";
import { startWatchdog } from "./watchdog.mjs";

function startSleeper() {
  const child = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
  return child.pid ?? 0;
}

test("the watchdog stops the launcher's processes when the launcher is killed", async () => {
  const url = new URL("./watchdog.mjs", import.meta.url);
  const sleeper = startSleeper();
  const script = `
    const { startWatchdog } = await import(${JSON.stringify(url.href)});
    startWatchdog().watch([${sleeper}]);
    setInterval(() => {}, 1000);
    console.log("up");
  `;
  const launcher = spawn(process.execPath, ["--input-type=module", "-e", script]);
  await once(launcher.stdout, "data");
  expect(isAlive(sleeper)).toBe(true);
  launcher.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(sleeper)).toBe(false), { timeout: 5000 });
});

test("the watchdog stops nothing when the launcher ends in order", async () => {
  const sleeper = startSleeper();
  const watchdog = startWatchdog();
  watchdog.watch([sleeper]);
  watchdog.watch([]);
  watchdog.end();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isAlive(sleeper)).toBe(true);
  process.kill(sleeper);
});
