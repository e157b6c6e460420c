import { currentStatus } from "@/app/_client/bark-store";
import type { Status } from "@/lib/barks/schema";

type Act = "reply" | "rebark" | "like" | "bookmark";

/** The row that keys act on: the focused one; on a bark's own page, otherwise that of the bark. */
function rowInHand(): Element | null {
  return document.activeElement?.closest("[data-row]") ?? document.querySelector(".big-bark");
}

/** The bark in this row; the row of a rebark shows the original. */
export function barkInHand(): Status | undefined {
  const row = rowInHand();
  if (!(row instanceof HTMLElement)) return undefined;
  const opened = row.querySelector<HTMLAnchorElement>("a[data-opens]")?.pathname.split("/").at(-1);
  const id = opened ?? row.dataset["row"];
  return id === undefined ? undefined : currentStatus(id);
}

/** Presses a button of this row. */
export function pressInHand(act: Act): void {
  rowInHand()?.querySelector<HTMLButtonElement>(`[data-act=${act}]`)?.click();
}

/** Moves the focus to the next or the previous bark on the page. */
export function focusBark(by: 1 | -1): void {
  const barks = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const focused = document.activeElement?.closest("[data-row]");
  const at = focused
    ? barks.findIndex((bark) => bark === focused)
    : barks.findIndex((bark) => bark.getBoundingClientRect().top >= 52) - by;
  barks[at + by]?.focus();
  barks[at + by]?.scrollIntoView({ block: "nearest" });
}
