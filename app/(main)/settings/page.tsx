import { AtSign, Bell, Bookmark, Download, Eye, KeyRound, Laptop, Mail, SunMoon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ChevronRight } from "lucide-react";
import { LinkRow, Rows, SettingsPage } from "@/app/(main)/settings/parts";
import { InstallRow } from "@/app/_features/shell/install";
import { SignOutButton } from "@/app/(main)/settings/sign-out";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { Avatar } from "@/app/_ui/avatar";
import { accountFacts, type AccountFacts } from "@/lib/account/reads";
import type { Viewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Settings" };

/** The list of settings pages. */
export default async function Settings() {
  const viewer = await settingsViewer(paths.settings);
  const facts = await accountFacts(viewer.id);
  return (
    <SettingsPage title="Settings">
      <ProfileCard viewer={viewer} />
      <Rows title="Look and privacy">
        <LinkRow href={paths.appearanceSettings} icon={SunMoon} title="Appearance" detail="Colours and keyboard" />
        <LinkRow
          href={paths.privacySettings}
          icon={Eye}
          title="Privacy"
          detail="Who follows and finds you, mutes, blocks"
        />
        <LinkRow href={paths.notificationSettings} icon={Bell} title="Alerts" detail="What you are told of" />
        <LinkRow
          href={paths.messageSettings}
          icon={Mail}
          title="Messages"
          detail="Your devices, recovery, who may write to you"
        />
        <LinkRow href={paths.bookmarks} icon={Bookmark} title="Bookmarks" />
      </Rows>
      <Rows title="Account">
        <LinkRow href={paths.accountSettings} icon={AtSign} title="Handle and e-mail" detail={`@${viewer.handle}`} />
        <LinkRow
          href={paths.passwordSettings}
          icon={KeyRound}
          title="Password and passkeys"
          detail={count(facts.passkeys, "passkey")}
        />
        <LinkRow href={paths.sessionSettings} icon={Laptop} title="Where you are signed in" detail={links(facts)} />
        <LinkRow
          href={paths.dataSettings}
          icon={Download}
          title="Your data"
          detail="Take it with you, or delete your account"
        />
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
        <span className="block text-meta wrap-anywhere text-ink-3">@{viewer.handle} · name, pictures, bio</span>
      </span>
      <ChevronRight className="ms-auto size-5 flex-none text-ink-3" aria-hidden="true" />
    </Link>
  );
}

function count(of: number, what: string): string {
  return of === 0 ? `No ${what} yet` : `${of} ${what}${of === 1 ? "" : "s"}`;
}

function links({ sessions, apps }: AccountFacts): string {
  const browsers = `${sessions} browser${sessions === 1 ? "" : "s"}`;
  return apps === 0 ? browsers : `${browsers}, ${apps} app${apps === 1 ? "" : "s"}`;
}
