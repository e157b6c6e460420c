import { spawn } from "node:child_process";

// Reads the ids of the running processes, one line per change. The end of its input means that the launcher has ended:
// the processes of the last line get SIGTERM and, ten seconds later, SIGKILL.
const script = `
  left=; while read -r line; do left=$line; done
  [ -n "$left" ] || exit 0
  for id in $left; do kill -TERM "-$id"; done
  for second in 1 2 3 4 5 6 7 8 9 10; do
    sleep 1; alive=; for id in $left; do kill -0 "-$id" && alive=1; done
    [ -n "$alive" ] || exit 0
  done
  for id in $left; do kill -KILL "-$id"; done
`;

/**
 * Starts a shell that outlives the launcher and stops its processes if it is killed with SIGKILL. Otherwise a database
 * would go on running without anybody to stop it.
 */
export function startWatchdog() {
  const shell = spawn("/bin/sh", ["-c", script], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  // Barker works without it, and the next start stops leftover processes.
  shell.on("error", () => {});
  shell.stdin.on("error", () => {});
  shell.unref();
  return {
    /** @param {number[]} pids the running processes, each the leader of its group */
    watch: (pids) => void shell.stdin.write(`${pids.join(" ")}\n`),
    end: () => void shell.stdin.end(),
  };
}
