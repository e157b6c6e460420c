import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Handling } from "@/app/(main)/town-hall/reports/[id]/handling";
import { NoteForm } from "@/app/(main)/town-hall/reports/[id]/note-form";
import { ReportedBarks } from "@/app/(main)/town-hall/reports/[id]/reported-barks";
import { PersonCard } from "@/app/(main)/town-hall/person-card";
import { CategoryChip, HallPart } from "@/app/(main)/town-hall/parts";
import { MeasureForm } from "@/app/(main)/town-hall/measure-form";
import { Ago } from "@/app/_features/time/time";
import { BackBar } from "@/app/_ui/top-bar";
import { townHall as words } from "@/app/_words/town-hall";
import { adminReport } from "@/lib/admin/reads";
import { hasRight } from "@/lib/auth/rights";
import { staffViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { report, reportsPage } from "@/lib/reports/reads";
import { actorRow } from "@/lib/staff/reads";
import { actorOf, mayActAgainst } from "@/lib/staff/rules";
import { managedPeople, mattersOf } from "@/lib/strikes/reads";
import Link from "next/link";

export const metadata: Metadata = { title: words.pageTitle(words.report) };

const OTHERS = 20;

/** One report: about whom, what was said, who reported it, notes, and what can be done. */
export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await staffViewer("reports");
  const { id } = await params;
  const found = /^\d{1,20}$/.test(id) ? await report(id, viewer.id) : null;
  if (!found) notFound();
  const [aboutId, fromId] = [found.about?.id ?? "", found.from?.id ?? ""];
  const all = { state: "all" } as const;
  const [now, [managed], matters, about, by, own] = await Promise.all([
    adminReport(viewer, id),
    managedPeople([aboutId]),
    mattersOf(aboutId),
    reportsPage({ limit: OTHERS }, { ...all, aboutId }, viewer.id),
    fromId === "" ? [] : reportsPage({ limit: OTHERS }, { ...all, fromId }, viewer.id),
    actorRow(actorOf(viewer)),
  ]);
  const others = about.filter((one) => one.id !== id);
  const name = managed?.person.name ?? words.somebody;
  const mayAct = managed !== undefined && aboutId !== viewer.id && mayActAgainst(own, managed.staff);
  return (
    <>
      <BackBar title={words.reportAbout(name)} />
      {managed && (
        <PersonCard
          managed={managed}
          href={hasRight(viewer, "people") ? paths.townPerson(aboutId) : paths.person(managed.person.handle)}
          detail={words.strikesSoFar(matters.length)}
        />
      )}
      <div className="grid grid-cols-1 gap-5 p-4 desk:px-5">
        <ReportedBarks report={found} statuses={now.statuses} />
        <HallPart title={words.whoReported} note={<Ago at={new Date(found.at).toISOString()} />}>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-label">
            <b className="wrap-anywhere">{found.from ? `@${found.from.handle}` : words.goneReporter}</b>
            <CategoryChip report={found} />
            {now.rules.map((rule) => (
              <span key={rule.id} className="text-meta text-ink-2">
                {rule.text}
              </span>
            ))}
          </p>
          {found.comment !== "" && (
            <p dir="auto" className="text-label break-words whitespace-pre-line text-ink-2">
              {found.comment}
            </p>
          )}
          <p className="text-meta text-ink-3">
            {words.neverTold(name)} {by.length > 1 && `${words.byThem(by.length)}.`}
          </p>
        </HallPart>
        {others.length > 0 && (
          <HallPart title={words.aboutThem(others.length)}>
            <ul className="grid gap-1">
              {others.map((other) => (
                <li key={other.id} className="flex flex-wrap items-center gap-2 text-label">
                  <CategoryChip report={other} />
                  <Link
                    href={paths.townReport(other.id)}
                    className="grid min-h-11 min-w-0 flex-1 content-center break-words text-accent-text underline"
                  >
                    {other.barks[0]?.text || other.comment || words.aPerson}
                  </Link>
                  <span className="text-meta text-ink-3">
                    {other.resolvedAt !== null && `${words.resolved} · `}
                    <Ago at={new Date(other.at).toISOString()} />
                  </span>
                </li>
              ))}
            </ul>
          </HallPart>
        )}
        <HallPart title={words.notes} note={words.notesAbout}>
          {found.notes.length > 0 && (
            <ul className="grid gap-2">
              {found.notes
                .toSorted((a, b) => a.at - b.at)
                .map((note) => (
                  <li key={note.id} className="rounded-field bg-sunken px-3 py-2 text-label">
                    <p dir="auto" className="break-words whitespace-pre-line">
                      {note.text}
                    </p>
                    <p className="text-meta text-ink-2">
                      <bdi dir="ltr">@{note.by}</bdi> · <Ago at={new Date(note.at).toISOString()} />
                    </p>
                  </li>
                ))}
            </ul>
          )}
          <NoteForm reportId={id} />
        </HallPart>
        <Handling
          reportId={id}
          assigned={found.assigned}
          viewerId={viewer.id}
          resolvedBy={found.resolvedAt === null ? null : (found.resolvedBy ?? words.somebody)}
        />
        {found.resolvedAt === null && managed && (
          <MeasureForm
            key={matters.length}
            person={{ id: aboutId, name }}
            reportId={id}
            barkIds={now.statuses.map((status) => status.id)}
            mayAct={mayAct}
          />
        )}
      </div>
    </>
  );
}
