import { plural } from "@/app/_words/plural";

/** The page of the town hall that says how the town is. */
export const watch = {
  title: "How the town is",
  detail: "People, deliveries, space",
  people: "People",
  activeDay: "Here in the last day",
  activeWeek: "In the last week",
  activeMonth: "In the last month",
  all: "All who live here",
  barks: "Barks each day",
  joined: "People who joined each day",
  ofDay: (day: string, count: string) => `${day}: ${count}`,
  inAll: (count: string, days: number) => `${count} in ${plural(days, { one: "# day", other: "# days" })}`,
  running: "How it runs",
  median: "A bark reaches everybody, half of the time within",
  p95: "19 of 20 within",
  nothingYet: "nothing yet",
  nobodyAnswers: "unknown: the gateway does not answer",
  pending: "Waiting to be delivered",
  dead: "Given up after five tries",
  connected: "Connected now",
  answers: "Requests answered",
  answersSince: "Since the web server started {when}",
  failed: "Of these with an error of ours",
  failedWhere: "The log of the web process says which, and why",
  answersP95: "19 of 20 answered within",
  certificate: "Certificate valid until",
  noCertificate: "none, or it could not be asked",
  space: "Space",
  pictures: "Pictures and files of messages",
  database: "Database",
  redis: "Redis, in memory",
  backups: "Backups in the data folder",
  noBackups: "none here",
  backupsElsewhere: "Backups that are kept elsewhere are not counted",
  free: "Free on this disk",
  elsewhere: "elsewhere",
  newInAWeek: (size: string) => `${size} new in 7 days`,
  lastsWeeks: (weeks: number) => {
    if (weeks < 104) {
      return plural(weeks, {
        one: "Enough for # week of pictures as in the last 7 days",
        other: "Enough for # weeks of pictures as in the last 7 days",
      });
    }
    const years = Math.floor(weeks / 52);
    return `Enough for ${years > 100 ? "more than 100" : years} years of pictures as in the last 7 days`;
  },
  more: "Alerts by mail or on a phone: docs/operating has rules for Prometheus and a dashboard for Grafana.",
};
