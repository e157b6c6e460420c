import { MOST_NAMES } from "@/local/town/names";

/** How many people the demo town has: `BARKER_TOWN_SIZE`, 999 when it is not given or makes no sense. */
export function townSize(): number {
  const asked = Number(process.env["BARKER_TOWN_SIZE"] || 999);
  return Number.isInteger(asked) && asked >= 2 ? Math.min(asked, MOST_NAMES) : 999;
}
