import { z } from "zod";
import { barkDefaults } from "@/lib/account/reads";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The viewer's preferences",
    auth: "user",
    scope: "read:accounts",
    answers: z.record(z.string(), z.unknown()),
  },
  async ({ viewer }) => {
    const { audience, sensitive, language, quotePolicy } = await barkDefaults(viewer.id);
    return {
      "posting:default:visibility": audience,
      "posting:default:sensitive": sensitive,
      "posting:default:language": language,
      "posting:default:quote_policy": quotePolicy,
      "reading:expand:media": "default",
      "reading:expand:spoilers": false,
      "reading:autoplay:gifs": false,
    };
  },
);
