import {
  Activity,
  DoorOpen,
  Flag,
  Hourglass,
  ListChecks,
  Mail,
  Megaphone,
  ScrollText,
  Signpost,
  TrendingUp,
  UserRoundCog,
  UsersRound,
} from "lucide-react";
import type { Metadata } from "next";
import { LinkRow, SettingsPage } from "@/app/(main)/settings/parts";
import { Rows } from "@/app/_ui/rows";
import { announcements } from "@/app/_words/announcements";
import { townHall as words } from "@/app/_words/town-hall";
import { townSettings as townWords } from "@/app/_words/town-settings";
import { watch } from "@/app/_words/watch";
import { hasRight, type Right } from "@/lib/auth/rights";
import { staffViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { countWaiting } from "@/lib/staff/waiting";

export const metadata: Metadata = { title: words.title };

/** The rights to whose pages "Running the town" leads. */
const RUNNING = ["signups", "settings", "people", "trends", "log", "staff"] as const;

/** What waits, and where the town is run, as far as the viewer's rights go. */
export default async function TownHall() {
  const viewer = await staffViewer(null);
  const may = (right: Right) => hasRight(viewer, right);
  const waiting = await countWaiting(viewer);
  return (
    <SettingsPage title={words.title}>
      {may("reports") && (
        <Rows title={words.queues}>
          <LinkRow
            href={paths.townReports()}
            icon={Flag}
            title={words.reports}
            detail={counted(waiting.reports, words.openReports)}
          />
          <LinkRow
            href={paths.townAppeals}
            icon={ListChecks}
            title={words.appeals}
            detail={counted(waiting.appeals, words.openAppeals)}
          />
          <LinkRow
            href={paths.townHeld}
            icon={Hourglass}
            title={words.held}
            detail={counted(waiting.held, words.openHeld)}
          />
        </Rows>
      )}
      {RUNNING.some(may) && (
        <Rows title={words.running}>
          {may("signups") && (
            <LinkRow
              href={paths.townEntry}
              icon={DoorOpen}
              title={townWords.entry}
              detail={waiting.applicants ? townWords.waiting(waiting.applicants) : townWords.entryDetail}
            />
          )}
          {may("settings") && (
            <>
              <LinkRow
                href={paths.townSettings}
                icon={Signpost}
                title={townWords.settings}
                detail={townWords.settingsDetail}
              />
              <LinkRow href={paths.townWatch} icon={Activity} title={watch.title} detail={watch.detail} />
              <LinkRow
                href={paths.townAnnouncements}
                icon={Megaphone}
                title={announcements.title}
                detail={announcements.detail}
              />
              <LinkRow href={paths.townMail} icon={Mail} title={townWords.mail} detail={townWords.mailDetail} />
            </>
          )}
          {may("people") && (
            <LinkRow href={paths.townPeople} icon={UsersRound} title={words.people} detail={words.peopleDetail} />
          )}
          {may("trends") && (
            <LinkRow href={paths.townTrends} icon={TrendingUp} title={words.trends} detail={words.trendsDetail} />
          )}
          {may("log") && <LinkRow href={paths.townLog} icon={ScrollText} title={words.log} detail={words.logDetail} />}
          {may("staff") && (
            <LinkRow href={paths.townStaff} icon={UserRoundCog} title={words.staff} detail={words.staffDetail} />
          )}
        </Rows>
      )}
    </SettingsPage>
  );
}

/** The rows lead to their pages also while a count cannot be read. */
function counted(count: number | null, say: (count: number) => string): string {
  return count === null ? words.notCounted : say(count);
}
