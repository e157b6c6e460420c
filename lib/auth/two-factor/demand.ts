import { z } from "zod";
import { env } from "@/lib/env";
import { read } from "@/lib/neo4j";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";

const Row = z.object({ document: z.string() });
/** The one setting of the town that signing in depends on; `lib/settings` has all of them. */
const Chosen = z.object({ staff_two_factor: z.boolean().optional() });

const demand = singleton("two-factor-demand", () =>
  sharedLoader<boolean>("two-factor-demand", {
    ttl: 60_000,
    unheard: 1_000,
    strict: true,
    size: 1,
    load: async (keys) => {
      const [row] = await read("settings/current", {}, Row);
      const { staff_two_factor } = row ? Chosen.parse(JSON.parse(row.document)) : {};
      return new Map(keys.map((key) => [key, staff_two_factor ?? isDemandedByDefault()]));
    },
  }),
);

const KEY = "town";

/** Whether this town demands two factors of the people who run it. Cached; a change is seen by all processes. */
export async function isTwoFactorDemanded(): Promise<boolean> {
  return (await demand().get(KEY)) ?? isDemandedByDefault();
}

/** What holds while nobody has chosen: it is demanded, but not in the demo, which only this machine can reach. */
export function isDemandedByDefault(): boolean {
  return env().BARKER_DEMO !== "on";
}

/** Makes all processes read it again. */
export function forgetTwoFactorDemand(): Promise<void> {
  return demand().forgetEverywhere([KEY]);
}
