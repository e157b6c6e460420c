import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "This process is up", auth: "none", answers: z.object({ status: z.string() }) },
  async () => ({
    status: "ok",
  }),
);
