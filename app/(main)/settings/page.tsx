import {
  AtSign,
  Bell,
  Bookmark,
  Download,
  Eye,
  House,
  KeyRound,
  Laptop,
  Mail,
  Scale,
  SunMoon,
  Ticket,
} from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ChevronRight } from "lucide-react";
import { LinkRow, SettingsPage } from "@/app/(main)/settings/parts";
import { Rows } from "@/app/_ui/rows";
import { InstallRow } from "@/app/_features/shell/install";
import { SignOutButton } from "@/app/(main)/settings/sign-out";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { Avatar } from "@/app/_ui/avatar";
import { invitations } from "@/app/_words/invitations";
import { settings as words } from "@/app/_words/settings";
import { strikes } from "@/app/_words/strikes";
import { accountFacts } from "@/lib/account/reads";
import { homeSettings } from "@/app/_words/home-settings";
import type { Viewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.title };

/** The list of settings pages. */
export default async function Settings() {
  const viewer = await settingsViewer(paths.settings);
  const facts = await accountFacts(viewer.id);
  return (
    <SettingsPage title={words.title}>
      <ProfileCard viewer={viewer} />
      <Rows title={words.lookAndPrivacy}>
        <LinkRow href={paths.homeSettings} icon={House} title={homeSettings.title} detail={homeSettings.detail} />
        <LinkRow
          href={paths.appearanceSettings}
          icon={SunMoon}
          title={words.appearance}
          detail={words.appearanceDetail}
        />
        <LinkRow href={paths.privacySettings} icon={Eye} title={words.privacy.title} detail={words.privacyDetail} />
        <LinkRow
          href={paths.notificationSettings}
          icon={Bell}
          title={words.alerts.title}
          detail={words.alerts.detail}
        />
        <LinkRow href={paths.messageSettings} icon={Mail} title={words.messages} detail={words.messagesDetail} />
        <LinkRow href={paths.bookmarks} icon={Bookmark} title={words.bookmarks} />
      </Rows>
      <Rows title={words.account}>
        <LinkRow href={paths.accountSettings} icon={AtSign} title={words.handle.title} detail={`@${viewer.handle}`} />
        <LinkRow
          href={paths.passwordSettings}
          icon={KeyRound}
          title={words.password.title}
          detail={words.passkeys(facts.passkeys)}
        />
        <LinkRow
          href={paths.sessionSettings}
          icon={Laptop}
          title={words.sessions.title}
          detail={words.signedIn(facts.sessions, facts.apps)}
        />
        <LinkRow href={paths.invitationSettings} icon={Ticket} title={invitations.title} detail={invitations.detail} />
        <LinkRow href={paths.strikeSettings} icon={Scale} title={strikes.title} detail={strikes.detail} />
        <LinkRow href={paths.dataSettings} icon={Download} title={words.data.title} detail={words.dataDetail} />
        <InstallRow />
        <SignOutButton />
      </Rows>
    </SettingsPage>
  );
}

function ProfileCard({ viewer }: { viewer: Viewer }) {
  return (
    <Link
      href={paths.profileSettings}
      className="flex min-h-11 flex-wrap items-center gap-3.5 rounded-card border border-line bg-surface p-4"
    >
      <Avatar src={viewer.avatar} size={56} />
      <span className="min-w-0 grow basis-32">
        <b className="block text-body wrap-anywhere">
          <bdi>{viewer.name}</bdi>
        </b>
        <span className="block text-meta wrap-anywhere text-ink-3">{words.profileCard(viewer.handle)}</span>
      </span>
      <ChevronRight className="ms-auto size-5 flex-none text-ink-3" aria-hidden="true" />
    </Link>
  );
}
