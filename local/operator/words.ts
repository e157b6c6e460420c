import type { ReportRow } from "@/lib/reports/schema";

export const USAGE = `bin/barker reports [list [all]]      open reports, or all of them, the newest first
bin/barker reports show <id>         one report with the barks and messages it names
bin/barker reports resolve <id>      settle a report
bin/barker owner <handle>            make somebody an owner of this town, with all rights
bin/barker suspend <handle>          sign somebody out and hide all that is theirs
bin/barker unsuspend <handle>        bring them back
bin/barker password <handle>         make a link to a new password for somebody who forgot theirs
bin/barker two-factor off <handle>   let somebody who lost their phone and their recovery codes sign in without a code
bin/barker data <handle>             write all that is stored about somebody to a zip, for a request of theirs
bin/barker audit [address]           replay the key log of this Barker, or of the one at an address
bin/barker doctor                    what is wrong with this installation, and what to do about it
bin/barker sizes                     how large this town is, and how fast it grows
bin/barker backup [folder or file]   write everything to one file, while Barker runs; --keep 14 removes older ones
bin/barker verify <file>             check whether a backup is complete and undamaged
bin/barker restore <file>            restore a backup; --replace first removes what is there`;

/** What a report says is wrong, in the words of the town hall. */
export const CATEGORIES = {
  spam: "Spam",
  violation: "Cruel",
  legal: "Against the law",
  other: "Something else",
} as const satisfies Record<ReportRow["category"], string>;
const BREAKS_A_RULE = "Breaks a rule";

const reasonOf = ({ category, ruleIds }: ReportRow) =>
  category === "violation" && ruleIds.length > 0 ? BREAKS_A_RULE : CATEGORIES[category];
const when = (at: number) => new Date(at).toISOString().slice(0, 16).replace("T", " ");
const named = (person: ReportRow["from"]) => (person ? `@${person.handle}` : "somebody who is gone");

/** Formats a report as one line. */
export function toLine(report: ReportRow): string {
  const state = report.resolvedAt === null ? "open    " : "resolved";
  const comment = printable(report.comment).replaceAll("\n", " ").slice(0, 60);
  return `${report.id}  ${when(report.at)}  ${state} ${reasonOf(report).padEnd(15)}  ${named(report.about)}  ${comment}`;
}

/** Formats a report with all details. */
export function toDetails(report: ReportRow): string {
  const lines = [
    `Report ${report.id}, ${when(report.at)} UTC`,
    `About    ${named(report.about)}`,
    `From     ${named(report.from)}`,
    `Because  ${reasonOf(report)}`,
    `State    ${report.resolvedAt === null ? "open" : `resolved ${when(report.resolvedAt)} UTC`}`,
    ...(report.comment === "" ? [] : ["", printable(report.comment)]),
    ...report.messages.flatMap(({ at, text }) => [
      "",
      `Encrypted message of ${when(at)} UTC, disclosed by the reporter, verified to be from ${named(report.about)}:`,
      printable(text),
    ]),
    ...report.barks.flatMap(({ id, text }) => ["", `Bark ${id} at that time:`, printable(text ?? "(pictures only)")]),
  ];
  return lines.join("\n");
}

/** Removes terminal control characters from user input. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, " ");
}
