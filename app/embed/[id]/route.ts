import { documentOf, STYLE_HASH } from "@/app/embed/document";
import { readStatus } from "@/lib/barks/reads";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

/** The one page that other sites may show in a frame: without scripts, cookies, or anything from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "img-src 'self'",
  `style-src '${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors *",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

export const GET = route(
  {
    summary: "A public bark as a page for frames of other sites; also /@handle/id/embed",
    auth: "none",
    params: IdParam,
  },
  async ({ params }) => {
    // Read as by somebody who is signed out, so that it is the same for everybody.
    const bark = await readStatus(null, params.id);
    if (!bark || bark === "deleted" || bark.visibility !== "public") throw new ApiError("not_found");
    return new Response(documentOf(bark.reblog ?? bark), {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": POLICY,
        "cache-control": "public, max-age=60",
        "cross-origin-resource-policy": "cross-origin",
        "x-robots-tag": "noindex",
      },
    });
  },
);
