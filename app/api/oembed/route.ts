import { z } from "zod";
import { Embed, embedOf } from "@/app/embed/document";
import { readStatus } from "@/lib/barks/reads";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";

const size = z.coerce.number().int().min(1).max(10_000).optional();

const Query = z.object({
  url: z.string().max(2_048),
  maxwidth: size,
  maxheight: size,
  format: z.enum(["json"], { error: "must be json" }).default("json"),
});

/** The addresses of barks, and of their pages for other sites. */
const BARK = /^\/@\w+\/(\d{1,20})(?:\/embed)?\/?$/;

export const GET = route(
  { summary: "How other sites show a public bark (oEmbed)", auth: "none", query: Query, answers: Embed },
  async ({ query: { url, maxwidth, maxheight } }) => {
    const address = URL.canParse(url) ? new URL(url) : null;
    const id = address?.origin === new URL(env().BARKER_ORIGIN).origin ? BARK.exec(address.pathname)?.[1] : undefined;
    const bark = id === undefined ? null : await readStatus(null, id);
    // A bark that is not for everybody is as good as missing for everybody.
    if (!bark || bark === "deleted" || bark.visibility !== "public") throw new ApiError("not_found");
    return Response.json(embedOf(bark.reblog ?? bark, { maxwidth, maxheight }), {
      headers: { "cache-control": "public, max-age=300" },
    });
  },
);
