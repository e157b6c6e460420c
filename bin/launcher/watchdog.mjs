import { spawn } from "node:child_process";

// Reads the ids of those who run now, one line a change. When its input ends, so has the launcher: whoever is
// left is asked to stop, and after ten seconds made to.
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
 * A shell that outlives the launcher when that is killed outright, and then takes its processes with it: nobody
 * wants a database that runs on without an owner.
 */
export function startWatchdog() {
  const shell = spawn("/bin/sh", ["-c", script], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  // Without it everything still works, and the next start finds what was left.
  shell.on("error", () => {});
  shell.stdin.on("error", () => {});
  shell.unref();
  return {
    /** @param {number[]} pids those who run now, each the leader of a group */
    watch: (pids) => void shell.stdin.write(`${pids.join(" ")}\n`),
    end: () => void shell.stdin.end(),
  };
}
