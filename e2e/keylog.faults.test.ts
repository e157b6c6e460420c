import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { seeded } from "@/lib/seeded";
import { driver } from "@/lib/neo4j";
import { accountLabel } from "@/lib/transparency/leaves";
import { audit } from "@/local/operator/audit";
import { apiUrl } from "@/testing/api";
import { append, lookUp, messenger } from "@/testing/key-accounts";
import { begun, makeDevice } from "@/testing/key-chains";
import { isFull } from "@/testing/full";
import { until } from "@/testing/until";

const ROUNDS = isFull ? 12 : 4;
const PER_ROUND = 8;
const Running = z.object({ pid: z.number() });
const Run = z.object({ sidecar: z.array(Running), witness: Running });

/** The processes of the running Barker now. */
const running = () =>
  Run.parse(JSON.parse(readFileSync(join(process.env["BARKER_DATA"] ?? ".barker", "run.json"), "utf8")));

afterAll(() => driver().close());

describe("the key log", () => {
  it("has every accepted entry once and stays provable, whenever its sequencer or its witness is killed", async () => {
    const random = seeded(5);
    const accepted: { token: string; accountId: Uint8Array }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const people = await Promise.all(Array.from({ length: PER_ROUND }, messenger));
      const chains = await Promise.all(people.map(() => begun([makeDevice()])));
      const answers = people.map(({ token }, place) => append(token, chains[place]?.bytes ?? new Uint8Array()));
      await new Promise((resolve) => setTimeout(resolve, 250 * random()));
      const { sidecar, witness } = running();
      for (const { pid } of round % 2 === 0 ? sidecar : [witness]) process.kill(pid, "SIGKILL");
      for (const [place, { status }] of (await Promise.all(answers)).entries()) {
        // 202 says that it is accepted, and that no checkpoint includes it yet.
        expect([200, 202]).toContain(status);
        const [person, chain] = [people[place], chains[place]];
        if (person && chain) accepted.push({ token: person.token, accountId: chain.state.accountId });
      }
    }
    for (const { token, accountId } of accepted) {
      const found = await until(async () => {
        const result = await lookUp(token, accountLabel(accountId)).catch(() => null);
        return result?.found ?? null;
      }, 60_000);
      expect(found).toMatchObject({ version: 0, state: { seq: 0 } });
    }
    expect(accepted).toHaveLength(ROUNDS * PER_ROUND);
    expect(await audit(await apiUrl())).toMatchObject({ right: true });
  });
});
