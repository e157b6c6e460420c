import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { BasicsForm } from "@/app/(main)/town-hall/settings/basics-form";
import { KeptForm } from "@/app/(main)/town-hall/settings/kept-form";
import { PagesForm } from "@/app/(main)/town-hall/settings/pages-form";
import { RulesForm } from "@/app/(main)/town-hall/settings/rules-form";
import { WordsForm } from "@/app/(main)/town-hall/settings/words-form";
import { LeaveGuard } from "@/app/_features/shell/leave-guard";
import { townSettings as words } from "@/app/_words/town-settings";
import { staffViewer } from "@/lib/auth/session";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: words.settings };

/** What this town says about itself, its rules, its words and its pages. */
export default async function Settings() {
  const { isOwner } = await staffViewer("settings");
  const settings = await townSettings();
  return (
    <SettingsPage title={words.settings}>
      <LeaveGuard />
      <BasicsForm settings={settings} />
      <RulesForm settings={settings} />
      <WordsForm settings={settings} />
      {isOwner && <KeptForm settings={settings} />}
      <PagesForm settings={settings} />
    </SettingsPage>
  );
}
