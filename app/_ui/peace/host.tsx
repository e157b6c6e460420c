"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { onMatter, type Matter } from "@/app/_ui/peace/desk";

// Rarely needed, so it is no part of the first page.
const Sheets = lazy(() => import("@/app/_ui/peace/sheets"));

/** Where the sheets for muting, blocking and reporting are shown. */
export function PeaceHost() {
  const [matter, setMatter] = useState<Matter | null>(null);
  useEffect(() => onMatter(setMatter), []);
  return (
    matter && (
      <Suspense>
        <Sheets matter={matter} close={() => setMatter(null)} />
      </Suspense>
    )
  );
}
