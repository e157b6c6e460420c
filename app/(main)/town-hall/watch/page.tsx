import type { Metadata } from "next";
import { Card, Rows, SettingsPage } from "@/app/(main)/settings/parts";
import { Bars } from "@/app/(main)/town-hall/watch/bars";
import { Figure } from "@/app/(main)/town-hall/watch/figure";
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
        <Figure title={words.activeDay}>{counted(state.active.day)}</Figure>
        <Figure title={words.activeWeek}>{counted(state.active.week)}</Figure>
        <Figure title={words.activeMonth}>{counted(state.active.month)}</Figure>
        <Figure title={words.all}>{counted(state.sizes.people)}</Figure>
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
      <Figure title={words.median}>{delivery ? lasting(delivery.median) : words.nobodyAnswers}</Figure>
      <Figure title={words.p95}>{delivery ? lasting(delivery.p95) : words.nobodyAnswers}</Figure>
      <Figure title={words.pending}>{counted(pending)}</Figure>
      {delivery && (
        <>
          <Figure title={words.dead} loud={delivery.dead > 0}>
            {counted(delivery.dead)}
          </Figure>
          <Figure title={words.connected}>{counted(delivery.connected)}</Figure>
        </>
      )}
      <Figure
        title={words.answers}
        note={fill(words.answersSince, { when: <Ago key="since" at={iso(answers.since)} /> })}
      >
        {counted(answers.count)}
      </Figure>
      <Figure title={words.failed} loud={answers.failed > 0}>
        {counted(answers.failed)}
      </Figure>
      <Figure title={words.answersP95}>{lasting(answers.p95)}</Figure>
      <Figure title={words.certificate}>
        {certificate === null ? words.noCertificate : <FullDate at={iso(certificate)} />}
      </Figure>
    </Rows>
  );
}

function Space({ sizes: { media, database, redisBytes, backups, freeBytes } }: { sizes: TownState["sizes"] }) {
  const weeks = media && media.newBytes > 0 ? Math.floor(freeBytes / media.newBytes) : null;
  return (
    <Rows title={words.space}>
      <Figure title={words.pictures} note={media && words.newInAWeek(bytesInWords(media.newBytes))}>
        {media ? bytesInWords(media.bytes) : words.elsewhere}
      </Figure>
      <Figure title={words.database} note={database && words.newInAWeek(bytesInWords(database.newBytes))}>
        {database ? bytesInWords(database.bytes) : words.elsewhere}
      </Figure>
      <Figure title={words.redis}>{redisBytes === null ? words.elsewhere : bytesInWords(redisBytes)}</Figure>
      <Figure title={words.backups}>{bytesInWords(backups.bytes)}</Figure>
      <Figure title={words.free} note={weeks !== null && words.lastsWeeks(weeks)}>
        {bytesInWords(freeBytes)}
      </Figure>
    </Rows>
  );
}
