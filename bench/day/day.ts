import { z } from "zod";
import { openLoop, quantiles } from "@/bench/day/open-loop";
import { scheduleDay, TOWN, type Deed } from "@/bench/day/schedule";
import { buildTown, connectedOf } from "@/bench/day/town";
import { MEMBERS, pidsOf } from "@/bench/faults/crew";
import type { Figure } from "@/bench/figures";
import { ask } from "@/bench/http";
import { connect } from "@/bench/live";
import { residentKb } from "@/bench/memory";
import type { Benchmarker } from "@/bench/people";

const SEED = 4;
/** Into how many minutes the sixteen hours are pressed: BARKER_DAY_MINUTES. */
const MINUTES = Number(process.env["BARKER_DAY_MINUTES"] || 10);

const Page = z.array(z.object({ id: z.string(), account: z.object({ id: z.string() }) }));

/** A whole day of 999 people, as busy as it is at lunch and in the evening, pressed into minutes. */
export async function benchDay(): Promise<Figure[]> {
  const people = await buildTown(SEED);
  const sockets = await Promise.all(connectedOf(people).map(connect));
  let heard = 0;
  for (const socket of sockets) socket.on("bark", () => heard++);
  const before = memory();
  const schedule = scheduleDay(SEED);
  const speed = (TOWN.hours * 60) / MINUTES;
  process.stderr.write(`  ${schedule.length} deeds in ${MINUTES} minutes …\n`);
  const { kinds, behind, seconds } = await openLoop(schedule, speed, liveAs(people));
  const after = memory();
  for (const socket of sockets) socket.disconnect();
  return [
    ...[...kinds].flatMap(([verb, kind]) =>
      Object.entries(quantiles(kind)).map(([name, value]) => ({ what: `day: ${verb}, ${name}`, value, unit: "ms" })),
    ),
    ...[...kinds].map(([verb, { errors }]) => ({
      what: `day: errors at ${verb}`,
      value: errors,
      unit: "",
      target: { most: 0 },
    })),
    { what: "day: requests a second, mean", value: schedule.length / seconds, unit: "/s" },
    { what: "day: furthest behind its schedule", value: behind, unit: "ms", target: { most: 1_000 } },
    { what: "day: longer than planned", value: seconds - MINUTES * 60, unit: "s", target: { most: 2 } },
    { what: `day: live events heard by ${sockets.length} devices`, value: heard, unit: "" },
    ...MEMBERS.flatMap((member) => [
      { what: `day: memory of ${member}, before`, value: before[member] ?? 0, unit: "MB" },
      { what: `day: memory of ${member}, after`, value: after[member] ?? 0, unit: "MB" },
    ]),
  ];
}

function memory(): Record<string, number> {
  return Object.fromEntries(
    MEMBERS.map((member) => [member, pidsOf(member).reduce((sum, pid) => sum + residentKb(pid) / 1_024, 0)]),
  );
}

/** Does one deed as one of these people: they like and pass on what was on the page they read last. */
function liveAs(people: Benchmarker[]): (deed: Deed) => Promise<boolean> {
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
