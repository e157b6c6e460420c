import { Languages } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { AppearanceRows } from "@/app/(main)/settings/appearance/appearance-rows";
import { BarkLanguage } from "@/app/(main)/settings/appearance/bark-language";
import { ExampleBark } from "@/app/(main)/settings/appearance/example-bark";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { APPEARANCE_COOKIE, appearanceOf } from "@/app/_client/appearance";
import { appearance as words } from "@/app/_words/appearance";
import { barkDefaults } from "@/lib/account/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.pageTitle };

/** How Barker looks on this device, and the languages. */
export default async function AppearanceSettings() {
  const viewer = await settingsViewer(paths.appearanceSettings);
  const { language } = await barkDefaults(viewer.id);
  return (
    <SettingsPage title={words.title}>
      <ExampleBark viewer={viewer} />
      <AppearanceRows initially={appearanceOf((await cookies()).get(APPEARANCE_COOKIE)?.value)} />
      <ul className="overflow-hidden rounded-card border border-line bg-surface">
        <li className="flex min-h-13.5 items-center gap-3.5 px-4 py-2">
          <Languages className="size-5.5 flex-none text-ink-2" aria-hidden="true" />
          <span>
            <b className="block text-label">{words.language}</b>
            <span className="block text-meta text-ink-3">{words.languageDetail}</span>
          </span>
        </li>
        <BarkLanguage initially={language} />
      </ul>
      <p className="mx-1 -mt-2 text-meta text-ink-3">{words.foot}</p>
    </SettingsPage>
  );
}
