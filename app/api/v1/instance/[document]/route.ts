import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { toExtendedDescription, toPrivacyPolicy, toTermsOfService } from "@/lib/instance/view";
import { townSettings } from "@/lib/settings/reads";
import type { TownSettings } from "@/lib/settings/schema";

/** What there is to read about this instance, by Mastodon's names. */
const DOCUMENTS = {
  extended_description: toExtendedDescription,
  privacy_policy: toPrivacyPolicy,
  /** From and into which languages barks can be translated: none. */
  translation_languages: () => ({}),
  terms_of_service: (settings: TownSettings) => {
    const terms = toTermsOfService(settings);
    if (!terms) throw new ApiError("not_found", { message: "This server has no terms of service." });
    return terms;
  },
};

export const GET = route(
  {
    summary: "What this instance is, what it does with people's data, and its terms of service, as HTML",
    auth: "none",
    params: z.object({ document: z.literal(Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[]) }),
    answers: z.object({
      updated_at: z.string().optional(),
      content: z.string().optional(),
      effective_date: z.string().optional(),
      effective: z.boolean().optional(),
      succeeded_by: z.null().optional(),
    }),
  },
  async ({ params }) => DOCUMENTS[params.document](await townSettings()),
);
