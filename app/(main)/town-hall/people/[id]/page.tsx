import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { LiftButton } from "@/app/(main)/town-hall/lift-button";
import { MeasureForm } from "@/app/(main)/town-hall/measure-form";
import { HallPart } from "@/app/(main)/town-hall/parts";
import { PersonCard } from "@/app/(main)/town-hall/person-card";
import { StrikeHistory } from "@/app/(main)/town-hall/strike-history";
import { FullDate } from "@/app/_features/time/time";
import { BackBar } from "@/app/_ui/top-bar";
import { townHall as words } from "@/app/_words/town-hall";
import { accountFacts } from "@/lib/account/reads";
import { hasRight } from "@/lib/auth/rights";
import { staffViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { reportsPage } from "@/lib/reports/reads";
import { actorRow } from "@/lib/staff/reads";
import { actorOf, mayActAgainst } from "@/lib/staff/rules";
import { managedPeople, mattersOf } from "@/lib/strikes/reads";
import type { Lasting, ManagedRow } from "@/lib/strikes/schema";

export const metadata: Metadata = { title: words.pageTitle(words.account) };

const LISTED = 40;

/** One person: their account, reports about and by them, measures, and what can be done. */
export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await staffViewer("people");
  const { id } = await params;
  const [managed] = /^\d{1,20}$/.test(id) ? await managedPeople([id]) : [];
  if (!managed) notFound();
  const isHere = !managed.suspended && !managed.leaving;
  const all = { state: "all" } as const;
  // Numbers alone would tell who reported whom.
  const mayCount = hasRight(viewer, "reports");
  const [facts, matters, about, by, own] = await Promise.all([
    isHere ? accountFacts(id) : null,
    mattersOf(id),
    mayCount ? reportsPage({ limit: LISTED }, { ...all, aboutId: id }, viewer.id) : null,
    mayCount ? reportsPage({ limit: LISTED }, { ...all, fromId: id }, viewer.id) : null,
    actorRow(actorOf(viewer)),
  ]);
  const { person } = managed;
  const mayAct = id !== viewer.id && mayActAgainst(own, managed.staff);
  const lasting = inForce(managed);
  const rows: [string, ReactNode][] = [
    [words.email, managed.email ?? words.noEmail],
    [words.joined, <FullDate key="joined" at={new Date(person.at).toISOString()} />],
    ...(facts ? [[words.signedIn, words.signedInTimes(facts.sessions, facts.apps)] as [string, string]] : []),
    [words.barks, String(person.barks)],
    [words.followers, String(person.followers)],
    ...(about ? [[words.reportsAbout, String(about.length)] as [string, string]] : []),
    ...(by ? [[words.reportsBy, String(by.length)] as [string, string]] : []),
  ];
  return (
    <>
      <BackBar title={person.name} />
      <PersonCard managed={managed} href={paths.person(person.handle)} detail={words.strikesSoFar(matters.length)} />
      <div className="grid grid-cols-1 gap-5 p-4 desk:px-5">
        <HallPart title={words.account}>
          <dl className="grid grid-cols-1 gap-1 text-label">
            {rows.map(([name, value]) => (
              <div key={name} className="flex flex-wrap gap-x-4">
                <dt className="min-w-0 basis-40 text-ink-2">{name}</dt>
                <dd className="min-w-0 flex-1 basis-24 wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
          {hasRight(viewer, "log") && (
            <Link
              href={paths.townLogOf(id)}
              className="grid min-h-11 items-center text-label text-accent-text underline"
            >
              {words.seeLog}
            </Link>
          )}
        </HallPart>
        {lasting.length > 0 && mayAct && (
          <HallPart title={words.inForce}>
            <ul className="grid gap-2">
              {lasting.map((measure) => (
                <li key={measure} className="flex flex-wrap items-center justify-between gap-3 text-label">
                  {words.measures[measure].name}
                  <LiftButton personId={id} measure={measure} />
                </li>
              ))}
            </ul>
          </HallPart>
        )}
        <HallPart title={words.strikes}>
          <StrikeHistory matters={matters} />
        </HallPart>
        <MeasureForm key={matters.length} person={{ id, name: person.name }} mayAct={mayAct} />
      </div>
    </>
  );
}

function inForce({ suspended, disabled, limited, sensitized }: ManagedRow): Lasting[] {
  return [
    ...(suspended ? ["suspend" as const] : []),
    ...(disabled ? ["disable" as const] : []),
    ...(limited ? ["limit" as const] : []),
    ...(sensitized ? ["sensitive" as const] : []),
  ];
}
