import { z } from "zod";
import { SESSION_SECONDS } from "@/lib/auth/cookie";
import { endUnused } from "@/lib/auth/writes";
import { idFloor } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { townSettings } from "@/lib/settings/reads";
import { Lasting } from "@/lib/strikes/schema";
import { DAY_MS } from "@/lib/time";

const Count = z.object({ count: z.number() });
/** How many are deleted per transaction. */
const BATCH = 500;

/**
 * Deletes what is older than the town keeps it: handled reports and measures that are over; and
 * signs out browsers and apps that were not used for long.
 * @param now Unix ms
 */
export async function forgetOld(now = Date.now()): Promise<void> {
  const { unused_days, report_days, measure_days } = await townSettings();
  const ago = (days: number) => now - days * DAY_MS;
  const apps = ago(unused_days);
  await endUnused({ apps, browsers: Math.max(apps, now - SESSION_SECONDS * 1000) });
  if (report_days !== null) await forget("retention/forget_reports", { before: ago(report_days) });
  if (measure_days !== null) {
    const before = ago(measure_days);
    const params = { before, beforeId: idFloor(before), lasting: Lasting.options };
    await forget("retention/forget_measures", params);
  }
}

/** Repeats a deleting query until nothing is left. */
async function forget(query: string, params: Record<string, unknown>): Promise<void> {
  for (;;) {
    const [deleted] = await write(query, { ...params, limit: BATCH }, Count);
    if ((deleted?.count ?? 0) < BATCH) return;
  }
}
