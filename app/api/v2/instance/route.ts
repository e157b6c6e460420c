import { z } from "zod";
import { route } from "@/lib/http/route";
import { toInstance } from "@/lib/instance/view";

export const GET = route(
  { summary: "The properties of this instance", auth: "none", answers: z.record(z.string(), z.unknown()) },
  async () => toInstance(),
);
