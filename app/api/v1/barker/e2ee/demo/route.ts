import { z } from "zod";
import { DEMO_HANDLE, demoOpenTo } from "@/lib/auth/demo";
import { demoWords } from "@/lib/auth/demo-words";
import { route } from "@/lib/http/route";

const DemoWords = z.object({ words: z.array(z.string()).length(24).nullable() });

export const GET = route(
  {
    summary: "The recovery words of the demo's visitor, whom everybody at this machine may be; null for everybody else",
    auth: "user",
    scope: "messages",
    answers: DemoWords,
    limit: "link",
  },
  async ({ request, viewer }) => {
    const isVisitor = viewer.handle === DEMO_HANDLE && demoOpenTo(request.headers);
    const words = isVisitor ? demoWords() : null;
    return Response.json({ words }, { headers: { "cache-control": "private, no-store" } });
  },
);
