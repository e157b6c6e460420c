import type { Metadata } from "next";
import Link from "next/link";
import { CategoryChip, Older } from "@/app/(main)/town-hall/parts";
import { Ago } from "@/app/_features/time/time";
import { Avatar } from "@/app/_ui/avatar";
import { Empty } from "@/app/_ui/empty";
import { Tabs } from "@/app/_ui/tabs";
import { BackBar } from "@/app/_ui/top-bar";
import { townHall as words } from "@/app/_words/town-hall";
import { staffViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import type { PersonRow } from "@/lib/people/schema";
import { openReports, reportsPage } from "@/lib/reports/reads";
import type { ReportRow } from "@/lib/reports/schema";
import { managedPeople } from "@/lib/strikes/reads";

export const metadata: Metadata = { title: words.pageTitle(words.reports) };

const LIMIT = 20;
const SHOWS = ["open", "mine", "resolved"] as const;
type Show = (typeof SHOWS)[number];

/** The queue of reports: the longest wait first; of settled ones, the newest. */
export default async function Reports({ searchParams }: { searchParams: Promise<{ show?: string; from?: string }> }) {
  const viewer = await staffViewer("reports");
  const { show: asked, from } = await searchParams;
  const show = SHOWS.find((one) => one === asked) ?? "open";
  const [counts, rows] = await Promise.all([openReports(viewer.id), pageOf(show, viewer.id, from)]);
  const people = await managedPeople(rows.flatMap(({ about }) => about?.id ?? []));
  const byId = new Map(people.map(({ person }) => [person.id, person]));
  const count = { open: String(counts.open), mine: String(counts.mine), resolved: undefined };
  const last = rows.length < LIMIT ? undefined : rows.at(-1);
  return (
    <>
      <BackBar title={words.reports} />
      <Tabs
        label={words.whichReports}
        tabs={SHOWS.map((one) => ({
          label: words.tabs[one],
          count: count[one],
          href: paths.townReports(one === "open" ? undefined : one),
          here: one === show,
        }))}
        className="flex-wrap border-b border-line"
      />
      {rows.length === 0 ? (
        <Empty title={words.noReports} sentence={words.noReportsSentence} />
      ) : (
        <ul>
          {rows.map((row) => (
            <Row key={row.id} report={row} person={byId.get(row.about?.id ?? "")} />
          ))}
        </ul>
      )}
      <Older href={last ? `${paths.townReports(show)}&from=${last.id}` : null} />
    </>
  );
}

async function pageOf(show: Show, viewerId: string, from = "0"): Promise<ReportRow[]> {
  const start = /^\d{1,19}$/.test(from) ? from.padStart(19, "0") : undefined;
  if (show === "resolved") {
    const older = start === undefined || from === "0" ? {} : { maxId: start };
    return reportsPage({ limit: LIMIT, ...older }, { state: "resolved" }, viewerId);
  }
  const choice = { state: "open", assignedId: show === "mine" ? viewerId : null } as const;
  return (await reportsPage({ limit: LIMIT, minId: start ?? "0" }, choice, viewerId)).toReversed();
}

function Row({ report, person }: { report: ReportRow; person: PersonRow | undefined }) {
  const [bark] = report.barks;
  return (
    <li className="relative flex flex-wrap gap-3 border-b border-line px-4 py-3 desk:px-5">
      {person && <Avatar src={paths.portrait(person.portrait)} />}
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-baseline gap-x-1.5 text-label">
          <Link
            href={paths.townReport(report.id)}
            className="font-bold wrap-anywhere after:absolute after:inset-0"
            aria-label={words.reportAbout(person?.name ?? report.about?.handle ?? words.somebody)}
          >
            <bdi>{person?.name ?? words.somebody}</bdi>
          </Link>
          <span dir="ltr" className="text-small wrap-anywhere text-ink-3">
            <bdi dir="ltr">@{report.about?.handle}</bdi>
          </span>
        </p>
        <p dir="auto" className="line-clamp-2 text-label break-words text-ink-2">
          {bark ? bark.spoiler || bark.text || words.picturesOnly : report.comment || words.aPerson}
        </p>
        <p className="mt-1.5 flex flex-wrap items-center gap-2">
          <CategoryChip report={report} />
          {report.assigned && (
            <span className="text-meta text-ink-3">
              <bdi dir="ltr">@{report.assigned.handle}</bdi>
            </span>
          )}
        </p>
      </div>
      <span className="flex-none text-meta text-ink-3">
        <Ago at={new Date(report.at).toISOString()} />
      </span>
    </li>
  );
}
