import type { Metadata } from "next";
import { AppealCard } from "@/app/(main)/town-hall/appeals/appeal-card";
import { Older } from "@/app/(main)/town-hall/parts";
import { Empty } from "@/app/_ui/empty";
import { Tabs } from "@/app/_ui/tabs";
import { BackBar } from "@/app/_ui/top-bar";
import { townHall as words } from "@/app/_words/town-hall";
import { staffViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { appealsPage } from "@/lib/strikes/reads";

export const metadata: Metadata = { title: words.pageTitle(words.appeals) };

const LIMIT = 20;

/** Appeals against measures, to answer or answered. */
export default async function Appeals({ searchParams }: { searchParams: Promise<{ show?: string; max_id?: string }> }) {
  await staffViewer("reports");
  const { show, max_id: maxId } = await searchParams;
  const state = show === "answered" ? "answered" : "pending";
  const page = { limit: LIMIT, ...(/^\d{19}$/.test(maxId ?? "") && { maxId }) };
  const matters = await appealsPage(page, state);
  const answered = `${paths.townAppeals}?show=answered`;
  const last = matters.length < LIMIT ? undefined : matters.at(-1);
  return (
    <>
      <BackBar title={words.appeals} />
      <Tabs
        label={words.whichAppeals}
        tabs={[
          { label: words.appealTabs.pending, href: paths.townAppeals, here: state === "pending" },
          { label: words.appealTabs.answered, href: answered, here: state === "answered" },
        ]}
        className="flex-wrap border-b border-line"
      />
      {matters.length === 0 ? (
        <Empty title={words.noAppeals} sentence={words.noAppealsSentence} />
      ) : (
        <ul>
          {matters.map((matter) => (
            <AppealCard key={matter.warning.id} matter={matter} />
          ))}
        </ul>
      )}
      <Older
        href={
          last ? `${state === "answered" ? `${answered}&` : `${paths.townAppeals}?`}max_id=${last.warning.id}` : null
        }
      />
    </>
  );
}
