import { MOST_NAMES } from "@/local/town/names";

/** The number of people of the demo town: `BARKER_TOWN_SIZE`, 999 when it is missing or invalid. */
export function townSize(): number {
  const asked = Number(process.env["BARKER_TOWN_SIZE"] || 999);
  return Number.isInteger(asked) && asked >= 2 ? Math.min(asked, MOST_NAMES) : 999;
}
