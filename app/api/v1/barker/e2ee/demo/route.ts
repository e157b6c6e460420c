import { z } from "zod";
import { DEMO_HANDLE, demoOpenTo } from "@/lib/auth/demo";
import { demoWords } from "@/lib/auth/demo-words";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";

const DemoWords = z.object({ words: z.array(z.string()).length(24) });

export const GET = route(
  {
    summary: "The recovery words of the demo's visitor, whom everybody at this machine may be; else 404",
    auth: "user",
    scope: "messages",
    answers: DemoWords,
    limit: "link",
  },
  async ({ request, viewer }) => {
    if (viewer.handle !== DEMO_HANDLE || !demoOpenTo(request.headers)) throw new ApiError("not_found");
    return Response.json({ words: demoWords() }, { headers: { "cache-control": "private, no-store" } });
  },
);
