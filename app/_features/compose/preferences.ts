"use client";

import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import type { ComposerAudience } from "@/app/_client/drafts/model";
import type { QuotePolicy } from "@/lib/barks/schema";

interface Preferences {
  audience: ComposerAudience;
  language: string;
  quotePolicy: QuotePolicy;
}

let known: Promise<Preferences> | undefined;

/** A person's defaults for new barks, fetched once when `wanted`; null until then. */
export function usePreferences(wanted: boolean): Preferences | null {
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  useEffect(() => {
    if (wanted) void (known ??= ask()).then(setPreferences);
  }, [wanted]);
  return preferences;
}

async function ask(): Promise<Preferences> {
  const outcome = await send<Record<string, unknown>>("/api/v1/preferences");
  const said = outcome.ok ? outcome.value : {};
  // Without an answer, the usual defaults; they are fetched again the next time.
  if (!outcome.ok) known = undefined;
  const audience = said["posting:default:visibility"];
  const quoting = said["posting:default:quote_policy"];
  const language = said["posting:default:language"];
  return {
    audience: audience === "unlisted" || audience === "private" ? audience : "public",
    quotePolicy: quoting === "followers" || quoting === "nobody" ? quoting : "public",
    language: typeof language === "string" ? language : (navigator.language.split("-")[0] ?? "en"),
  };
}
