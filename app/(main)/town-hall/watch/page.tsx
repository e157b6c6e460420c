import type { Metadata } from "next";
import { Card, SettingsPage } from "@/app/(main)/settings/parts";
import { Rows } from "@/app/_ui/rows";
import { Bars } from "@/app/(main)/town-hall/watch/bars";
import { FigureRow } from "@/app/(main)/town-hall/watch/figure-row";
import { Ago, FullDate } from "@/app/_features/time/time";
import { fill } from "@/app/_ui/fill";
import { townHall } from "@/app/_words/town-hall";
import { watch as words } from "@/app/_words/watch";
import { staffViewer } from "@/lib/auth/session";
import { bytesInWords } from "@/lib/text/bytes";
import { townState, type TownState } from "@/lib/watch/reads";

export const metadata: Metadata = { title: townHall.pageTitle(words.title) };

const counted = (count: number) => count.toLocaleString("en");
const lasting = (seconds: number | null) =>
  seconds === null
    ? words.nothingYet
    : seconds < 1
      ? `${Math.max(1, Math.round(seconds * 1_000))} ms`
      : `${seconds.toFixed(1)} s`;
const iso = (at: number) => new Date(at).toISOString();

/** How the town is: who is here, how fast barks are delivered, what fails, and how much space there is. */
export default async function Watch() {
  await staffViewer("settings");
  const state = await townState();
  return (
    <SettingsPage title={words.title}>
      <Rows title={words.people}>
        <FigureRow title={words.activeDay}>{counted(state.active.day)}</FigureRow>
        <FigureRow title={words.activeWeek}>{counted(state.active.week)}</FigureRow>
        <FigureRow title={words.activeMonth}>{counted(state.active.month)}</FigureRow>
        <FigureRow title={words.all}>{counted(state.sizes.people)}</FigureRow>
      </Rows>
      <Card title={words.barks}>
        <Bars days={state.days.map(({ at, barks }) => ({ at, count: barks }))} />
      </Card>
      <Card title={words.joined}>
        <Bars days={state.days.map(({ at, people }) => ({ at, count: people }))} />
      </Card>
      <Running state={state} />
      <Space sizes={state.sizes} />
      <p className="mx-1 text-meta text-ink-3">{words.more}</p>
    </SettingsPage>
  );
}

function Running({ state: { delivery, pending, answers, certificate } }: { state: TownState }) {
  return (
    <Rows title={words.running}>
      <FigureRow title={words.median}>{delivery ? lasting(delivery.median) : words.nobodyAnswers}</FigureRow>
      <FigureRow title={words.p95}>{delivery ? lasting(delivery.p95) : words.nobodyAnswers}</FigureRow>
      <FigureRow title={words.pending}>{counted(pending)}</FigureRow>
      {delivery && (
        <>
          <FigureRow title={words.dead} loud={delivery.dead > 0}>
            {counted(delivery.dead)}
          </FigureRow>
          <FigureRow title={words.connected}>{counted(delivery.connected)}</FigureRow>
        </>
      )}
      <FigureRow
        title={words.answers}
        note={fill(words.answersSince, { when: <Ago key="since" at={iso(answers.since)} /> })}
      >
        {counted(answers.count)}
      </FigureRow>
      <FigureRow title={words.failed} note={answers.failed > 0 && words.failedWhere} loud={answers.failed > 0}>
        {counted(answers.failed)}
      </FigureRow>
      <FigureRow title={words.answersP95}>{lasting(answers.p95)}</FigureRow>
      <FigureRow title={words.certificate}>
        {certificate === null ? words.noCertificate : <FullDate at={iso(certificate)} />}
      </FigureRow>
    </Rows>
  );
}

function Space({ sizes: { media, database, redisBytes, backups, freeBytes } }: { sizes: TownState["sizes"] }) {
  const weeks = media && media.newBytes > 0 ? Math.floor(freeBytes / media.newBytes) : null;
  return (
    <Rows title={words.space}>
      <FigureRow title={words.pictures} note={media && words.newInAWeek(bytesInWords(media.newBytes))}>
        {media ? bytesInWords(media.bytes) : words.elsewhere}
      </FigureRow>
      <FigureRow title={words.database} note={database && words.newInAWeek(bytesInWords(database.newBytes))}>
        {database ? bytesInWords(database.bytes) : words.elsewhere}
      </FigureRow>
      <FigureRow title={words.redis}>{redisBytes === null ? words.elsewhere : bytesInWords(redisBytes)}</FigureRow>
      <FigureRow title={words.backups} note={words.backupsElsewhere}>
        {backups.files === 0 ? words.noBackups : bytesInWords(backups.bytes)}
      </FigureRow>
      <FigureRow title={words.free} note={weeks !== null && words.lastsWeeks(weeks)}>
        {bytesInWords(freeBytes)}
      </FigureRow>
    </Rows>
  );
}
