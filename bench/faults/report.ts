import { columns } from "@/bench/figures";
import { sum } from "@/bench/faults/compare";
import { isFaultless, type RoundOutcome } from "@/bench/faults/round";

/** Formats outcomes as a table: discrepancies, which should be zero, and recovery times. */
export function report(outcomes: RoundOutcome[]): string {
  const head = ["what", "owed", "live: lost again backwards inverted", "shown: lost doubled misplaced"];
  const more = ["Home: lost doubled misplaced", "alerts: owed lost doubled misplaced", "heard again: first, last"];
  const rows = outcomes.map(({ name, audits, recovery }) => {
    const [owed, live, screen] = [
      sum(audits.map((one) => one.owed)),
      sum(audits.map((one) => one.live)),
      sum(audits.map((one) => one.screen)),
    ];
    const [home, alerts] = [sum(audits.map((one) => one.home)), sum(audits.map((one) => one.alerts))];
    return [
      name,
      String(owed.barks),
      `${live.lost} ${live.again} ${live.backwards} ${live.inverted}`,
      `${screen.lost} ${screen.doubled} ${screen.misplaced}`,
      `${home.lost} ${home.doubled} ${home.misplaced}`,
      `${owed.alerts} ${alerts.lost} ${alerts.doubled} ${alerts.misplaced}`,
      `${seconds(recovery.first)} ${seconds(recovery.last)}`,
    ];
  });
  return columns([[...head, ...more], ...rows]);
}

/** One line for each person with discrepancies. */
export function failures(outcomes: RoundOutcome[]): string[] {
  return outcomes.flatMap(({ name, audits }) =>
    audits.filter((account) => !isFaultless(account)).map((account) => `${name}: ${JSON.stringify(account)}`),
  );
}

function seconds(ms: number): string {
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : "never";
}
