import { resetLinkOf } from "@/lib/account/recovery/writes";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { findPersonId } from "@/lib/people/reads";
import { report, reportsPage } from "@/lib/reports/reads";
import { resolveReport } from "@/lib/reports/writes";
import type { StaffActor } from "@/lib/staff/schema";
import { setRole, turnOffTwoFactorOf } from "@/lib/staff/writes";
import { suspendByHandle } from "@/lib/strikes/writes";
import { audit } from "@/local/operator/audit";
import { backupCommands } from "@/local/operator/backups";
import { checkStores } from "@/local/operator/doctor/stores";
import { exportFor } from "@/local/operator/data-request";
import { measure } from "@/lib/watch/reads";
import { sizesInWords } from "@/local/operator/sizes-words";
import { toDetails, toLine, USAGE } from "@/local/operator/words";

const LISTED = 100;
const COMMAND_LINE: StaffActor = { id: null, name: "the command line" };

/** The operator's commands; each returns text, or null if there is no such report or person. */
const commands: Record<string, (given: string) => Promise<string | null>> = {
  "reports list": async (which) => {
    const found = await reportsPage({ limit: LISTED }, { state: which === "all" ? "all" : "open" }, null);
    return found.length > 0 ? found.map(toLine).join("\n") : "No reports.";
  },
  "reports show": async (id) => {
    const found = await report(id, null);
    return found && toDetails(found);
  },
  "reports resolve": async (id) => {
    if (!(await report(id, null))) return null;
    await resolveReport(COMMAND_LINE, id);
    return `Report ${id} is resolved.`;
  },
  password: async (handle) => {
    const link = await resetLinkOf(COMMAND_LINE, handle);
    return (
      link && `Give this link to @${handle.replace(/^@/, "")}. It sets a new password once, within an hour:\n${link}`
    );
  },
  owner: async (handle) => {
    const known = (await findPersonId(handle)) !== null;
    if (!known) return null;
    await setRole(COMMAND_LINE, { handle, owner: true, rights: [] });
    return `@${handle.replace(/^@/, "")} owns this town now, and finds the town hall in the menu.`;
  },
  "two-factor off": async (handle) => {
    const done = await turnOffTwoFactorOf(COMMAND_LINE, handle);
    if (!done?.wasOn) return done && `@${done.handle} has not turned on two-factor sign-in.`;
    return `The two-factor sign-in of @${done.handle} is off, and they are signed out everywhere. Their password is enough now.`;
  },
  data: async (handle) => {
    const file = await exportFor(COMMAND_LINE, handle);
    return (
      file &&
      `All that this Barker stores about @${handle.replace(/^@/, "")} is in ${file}. Delete it when they have it.`
    );
  },
  suspend: async (handle) => {
    const suspended = await suspendByHandle(COMMAND_LINE, handle, true);
    return suspended && `@${suspended} is suspended: signed out everywhere, and nothing of theirs is shown.`;
  },
  unsuspend: async (handle) => {
    const back = await suspendByHandle(COMMAND_LINE, handle, false);
    return back && `@${back} is no longer suspended; everything of theirs is visible again.`;
  },
};

/** Runs one command. @returns the exit code */
async function run([first = "", second = "list", third = ""]: string[]): Promise<number> {
  const hasTwoWords = first === "reports" || first === "two-factor";
  const command = commands[hasTwoWords ? `${first} ${second}` : first];
  const given = hasTwoWords ? third : second;
  if (!command || (!hasTwoWords && given === "list")) {
    console.error(USAGE);
    return 2;
  }
  const answer = await command(given);
  if (answer === null) console.error(`Nothing found for "${given}".`);
  else console.log(answer);
  return answer === null ? 1 : 0;
}

/** Audits a key log, which needs no store. @returns the exit code */
async function runAudit(address = env().BARKER_ORIGIN): Promise<number> {
  try {
    const { right, sentence } = await audit(address);
    (right ? console.log : console.error)(sentence);
    return right ? 0 : 1;
  } catch (error) {
    console.error(
      `The key log at ${address} could not be read: ${error instanceof Error ? error.message : "no answer"}`,
    );
    return 2;
  }
}

/** The commands that end by themselves, because they keep no connection open. */
const withoutConnections: Record<string, (given: string[]) => Promise<number>> = {
  audit: ([address]) => runAudit(address),
  verify: backupCommands.verify,
  stores: ([which]) => printed(async () => JSON.stringify(await checkStores(which !== "stopped"))),
};
const withConnections: typeof withoutConnections = {
  backup: backupCommands.backup,
  restore: backupCommands.restore,
  sizes: () => printed(async () => sizesInWords(await measure())),
};

async function printed(work: () => Promise<string>): Promise<number> {
  console.log(await work());
  return 0;
}

const [command = "", ...given] = process.argv.slice(2);
const alone = withoutConnections[command];
if (alone) process.exitCode = await alone(given);
else {
  process.exitCode = await (withConnections[command]?.(given) ?? run(process.argv.slice(2)));
  await driver().close();
  // A message to the gateways may still be in flight.
  setTimeout(() => process.exit(), 300);
}
