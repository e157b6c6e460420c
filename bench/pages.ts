import { z } from "zod";
import type { Figure } from "@/bench/figures";
import { ask } from "@/bench/http";
import { demoSession } from "@/bench/session";
import { lighthouseMarks } from "@/bench/lighthouse";
import { benchSlowPhone } from "@/bench/slow-phone";

/** A page that everybody passes through; with a cookie when it is seen by the demo's visitor. */
export interface ComparedPage {
  name: string;
  path: string;
  cookie?: string;
}

/** How long (ms) pages are only read before they are measured, each a fourth of it. */
const CALM_MS = 60_000;

const Barks = z.array(z.object({ id: z.string(), account: z.object({ acct: z.string() }) })).min(1);

/** The landing page, a profile, a bark and Home on a phone: Lighthouse's marks, and what one waits for on a slow one. */
export async function benchPages(): Promise<Figure[]> {
  const [bark] = Barks.parse(JSON.parse((await ask("/api/v1/timelines/public?limit=1")).body));
  if (!bark) throw new Error("nobody has barked");
  const pages: ComparedPage[] = [
    { name: "landing", path: "/" },
    { name: "a profile", path: "/@maple" },
    { name: "a bark", path: `/@${bark.account.acct}/${bark.id}` },
    { name: "Home", path: "/home", cookie: await demoSession() },
  ];
  // What a start does in the background is over by then, and every page was rendered.
  for (const { path, cookie } of pages) {
    const until = performance.now() + CALM_MS / pages.length;
    while (performance.now() < until) await ask(path, cookie ? { cookie } : {});
  }
  return [...(await benchSlowPhone(pages)), ...(await lighthouseMarks(pages))];
}
