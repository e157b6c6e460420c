import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Figure } from "@/bench/figures";
import { connect } from "@/bench/live";
import { makePeople } from "@/bench/people";
import { residentKb } from "@/bench/process";

const SOCKETS = 400;

const Run = z.object({ web: z.array(z.object({ pid: z.number() })), sidecar: z.array(z.object({ pid: z.number() })) });

/** Resident memory of the web process and the sidecar, and the increase per connected socket. */
export async function benchMemory(): Promise<Figure[]> {
  const data = process.env["BARKER_DATA"];
  if (!data) throw new Error("BARKER_DATA is not set");
  const run = Run.parse(JSON.parse(readFileSync(join(data, "run.json"), "utf8")));
  const pids = [...run.web, ...run.sidecar].map(({ pid }) => pid);
  const settled = pids.map(residentKb);
  const person = (await makePeople(1))[0];
  if (!person) throw new Error("nobody was made");
  const sidecars = run.sidecar.map(({ pid }) => pid);
  const before = sum(sidecars.map(residentKb));
  const sockets = [];
  while (sockets.length < SOCKETS)
    sockets.push(...(await Promise.all(Array.from({ length: 20 }, () => connect(person)))));
  const after = sum(sidecars.map(residentKb));
  for (const socket of sockets) socket.disconnect();
  return [
    { what: "memory, web + sidecar", value: sum(settled) / 1024, unit: "MB", target: { most: 300 } },
    {
      what: "memory per connected socket (sidecar)",
      value: Math.max(0, after - before) / SOCKETS,
      unit: "KB",
      target: { most: 20 },
    },
  ];
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
