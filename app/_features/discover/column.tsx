"use client";

import { usePathname } from "next/navigation";
import { lazy, Suspense, type ReactNode } from "react";
import { useWide } from "@/app/_client/use-wide";
import { SearchBox } from "@/app/_features/search/box";
import { paths } from "@/lib/paths";

// Narrower screens have no column, and load nothing for it.
const Cards = lazy(() => import("@/app/_features/discover/column-cards"));

/** The search field of the right column, except on pages that have their own. */
export function ColumnSearch({ viewerId }: { viewerId: string | null }) {
  const path = usePathname();
  if (path === paths.searching) return null;
  return <SearchBox viewerId={viewerId} keys />;
}

/**
 * What is popular, what trends and whom to follow, for the right column; loaded in the browser after the page. On pages
 * that show the same, `instead`.
 */
export function Column({ viewerId, instead }: { viewerId: string | null; instead: ReactNode }) {
  const path = usePathname();
  const wide = useWide("desk");
  if (path === paths.discover) return instead;
  return (
    wide && (
      <Suspense>
        <Cards
          key={viewerId}
          viewerId={viewerId}
          withPopular={path !== paths.popular}
          withTrends={path !== paths.trends}
        />
      </Suspense>
    )
  );
}
