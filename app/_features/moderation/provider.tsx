"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { onDialogRequest, type DialogRequest } from "@/app/_features/moderation/dialogs";

// Rarely needed, so it is not loaded with the first page.
const Sheets = lazy(() => import("@/app/_features/moderation/sheets"));

/** Shows the sheets for muting, blocking and reporting. */
export function ModerationProvider() {
  const [matter, setMatter] = useState<DialogRequest | null>(null);
  useEffect(() => onDialogRequest(setMatter), []);
  return (
    matter && (
      <Suspense>
        <Sheets matter={matter} close={() => setMatter(null)} />
      </Suspense>
    )
  );
}
