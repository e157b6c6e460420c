import { z } from "zod";
import { openLoop, quantiles, type Sample } from "@/bench/day/open-loop";
import { scheduleDay, TOWN, type DayAction } from "@/bench/day/schedule";
import { buildTown, connectedOf } from "@/bench/day/town";
import { PROCESS_NAMES, pidsOf } from "@/bench/faults/processes";
import type { Figure } from "@/bench/figures";
import { ask } from "@/bench/http";
import { connect } from "@/bench/live";
import type { Benchmarker } from "@/bench/people";
import { isCounted, processorMs, residentKb } from "@/bench/process";

const SEED = 4;
/** The duration in minutes into which the sixteen hours are compressed: BARKER_DAY_MINUTES. */
const MINUTES = Number(process.env["BARKER_DAY_MINUTES"] || 10);

/** Actions that are done one after the other before the day begins. */
const WARM_UP = 200;

const Page = z.array(z.object({ id: z.string(), account: z.object({ id: z.string() }) }));

/** A whole day of 999 people, with its peaks at lunch and in the evening, compressed into minutes. */
export async function benchDay(): Promise<Figure[]> {
  const people = await buildTown(SEED);
  const sockets = await Promise.all(connectedOf(people).map(connect));
  let heard = 0;
  for (const socket of sockets) socket.on("bark", () => heard++);
  const schedule = scheduleDay(SEED);
  const live = liveAs(people);
  // A warm-up, so that the first requests of the day do not wait for the JVM.
  for (const deed of schedule.slice(0, WARM_UP)) await live(deed);
  const before = state();
  const speed = (TOWN.hours * 60) / MINUTES;
  process.stderr.write(`  ${schedule.length} deeds in ${MINUTES} minutes …\n`);
  const { kinds, behind, seconds } = await openLoop(schedule, speed, live);
  const after = state();
  for (const socket of sockets) socket.disconnect();
  return [
    ...[...kinds].flatMap(([verb, kind]) =>
      Object.entries(quantiles(kind.samples)).map(([name, value]) => ({
        what: `day: ${verb}, ${name}`,
        value,
        unit: "ms",
      })),
    ),
    ...[...kinds].map(([verb, { errors }]) => ({
      what: `day: errors at ${verb}`,
      value: errors,
      unit: "",
      target: { most: 0 },
    })),
    ...byHour([...kinds.values()].flatMap(({ samples }) => samples)),
    { what: "day: requests a second, mean", value: schedule.length / seconds, unit: "/s" },
    { what: "day: furthest behind its schedule", value: behind, unit: "ms", target: { most: 1_000 } },
    { what: "day: longer than planned", value: seconds - MINUTES * 60, unit: "s", target: { most: 2 } },
    { what: `day: live events heard by ${sockets.length} devices`, value: heard, unit: "" },
    ...PROCESS_NAMES.flatMap((member, index) => {
      const [early, late] = [before[index], after[index]];
      if (!early || !late) return [];
      const share = ((late.processorMs - early.processorMs) / (seconds * 1_000)) * 100;
      return [
        { what: `day: memory of ${member}, before`, value: early.mb, unit: "MB" },
        { what: `day: memory of ${member}, after`, value: late.mb, unit: "MB" },
        ...(isCounted ? [{ what: `day: of one core, ${member}, mean`, value: share, unit: "%" }] : []),
      ];
    }),
  ];
}

/** Latencies in the quietest and in the busiest hour. */
function byHour(samples: Sample[]): Figure[] {
  const hours = Array.from({ length: TOWN.hours }, (_, hour) =>
    samples.filter(({ at }) => Math.floor(at / 3_600) === hour),
  ).toSorted((a, b) => a.length - b.length);
  const seconds = (MINUTES * 60) / TOWN.hours;
  return [
    { name: "quietest", hour: hours[0] },
    { name: "busiest", hour: hours.at(-1) },
  ].flatMap(({ name, hour }) => {
    if (!hour) return [];
    const { p50, p95 } = quantiles(hour);
    return [
      { what: `day: the ${name} hour, requests a second`, value: hour.length / seconds, unit: "/s" },
      { what: `day: the ${name} hour, p50`, value: p50, unit: "ms" },
      { what: `day: the ${name} hour, p95`, value: p95, unit: "ms" },
    ];
  });
}

/** The memory of each kind of process, and the CPU time it has used so far. */
function state(): { mb: number; processorMs: number }[] {
  return PROCESS_NAMES.map((member) => {
    const pids = pidsOf(member);
    return {
      mb: pids.reduce((sum, pid) => sum + residentKb(pid) / 1_024, 0),
      processorMs: isCounted ? pids.reduce((sum, pid) => sum + processorMs(pid), 0) : 0,
    };
  });
}

/** Performs one action as one of these people; they like and rebark barks of the page they read last. */
function liveAs(people: Benchmarker[]): (deed: DayAction) => Promise<boolean> {
  const read = new Map<number, string[]>();
  return async ({ verb, who }) => {
    const person = people[who];
    if (!person) return false;
    const { token } = person;
    if (verb === "bark") {
      const json = { status: `It is ${new Date().toISOString()} and the bread is warm.` };
      return (await ask("/api/v1/statuses", { method: "POST", token, json })).status === 200;
    }
    if (verb === "read") {
      const { status, body } = await ask(`/api/v1/timelines/home?limit=${TOWN.page}`, { token });
      if (status !== 200) return false;
      const page = Page.parse(JSON.parse(body)).filter(({ account }) => account.id !== person.id);
      read.set(
        who,
        page.map(({ id }) => id),
      );
      return true;
    }
    const page = read.get(who) ?? [];
    const id = verb === "rebark" ? page.pop() : page.shift();
    if (id === undefined) return true;
    const path = `/api/v1/statuses/${id}/${verb === "like" ? "favourite" : "reblog"}`;
    return (await ask(path, { method: "POST", token })).status === 200;
  };
}
