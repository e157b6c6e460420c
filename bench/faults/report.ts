import { columns } from "@/bench/figures";
import { sum } from "@/bench/faults/reckoning";
import { isSpotless, type RoundOutcome } from "@/bench/faults/round";

/** The outcomes as a table for people: zeros, and how long it took. */
export function report(outcomes: RoundOutcome[]): string {
  const head = ["what", "owed", "live: lost again backwards inverted", "shown: lost doubled misplaced"];
  const more = ["Home: lost doubled misplaced", "alerts: owed lost doubled misplaced", "heard again: first, last"];
  const rows = outcomes.map(({ name, accounts, recovery }) => {
    const [owed, live, screen] = [
      sum(accounts.map((one) => one.owed)),
      sum(accounts.map((one) => one.live)),
      sum(accounts.map((one) => one.screen)),
    ];
    const [home, alerts] = [sum(accounts.map((one) => one.home)), sum(accounts.map((one) => one.alerts))];
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

/** Whose account was not spotless, one line each. */
export function complaints(outcomes: RoundOutcome[]): string[] {
  return outcomes.flatMap(({ name, accounts }) =>
    accounts.filter((account) => !isSpotless(account)).map((account) => `${name}: ${JSON.stringify(account)}`),
  );
}

function seconds(ms: number): string {
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : "never";
}
