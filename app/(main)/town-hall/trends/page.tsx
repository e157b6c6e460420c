import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { TrendList } from "@/app/(main)/town-hall/trends/trend-list";
import { townHall as words } from "@/app/_words/town-hall";
import { staffViewer } from "@/lib/auth/session";
import { trendsToReview } from "@/lib/trends/reads";

export const metadata: Metadata = { title: words.pageTitle(words.trends) };

/** What trends now, and what staff keep out of trends. */
export default async function Trends() {
  await staffViewer("trends");
  const { shown, hidden } = await trendsToReview();
  return (
    <SettingsPage title={words.trends}>
      <TrendList title={words.trendsNow} empty={words.noTrends} trends={shown} hides />
      <TrendList title={words.hiddenTrends} empty={words.noHiddenTrends} trends={hidden} hides={false} />
    </SettingsPage>
  );
}
