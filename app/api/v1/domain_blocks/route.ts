import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Servers the viewer blocks; always empty",
    auth: "user",
    scope: "read:blocks",
    answers: z.array(z.string()),
  },
  async () => [],
);
