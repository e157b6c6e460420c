import { z } from "zod";
import { env } from "@/lib/env";
import { route } from "@/lib/http/route";

/** `launch` is the id that the launcher gave to this process, so that it does not take another one on its port for it. */
const Health = z.object({ status: z.string(), launch: z.string().optional() });

export const GET = route({ summary: "This process is up", auth: "none", answers: Health }, async () => {
  const launch = env().BARKER_LAUNCH;
  return { status: "ok", ...(launch !== undefined && { launch }) };
});
