import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { everyPage } from "@/app/_words/authorizing";
import { RECORD_EARLY_PRESSES } from "@/app/_features/shell/early-presses";
import { Ready } from "@/app/_features/shell/ready";
import { ServiceWorker } from "@/app/_features/shell/service-worker";
import { APPEARANCE_COOKIE, appearanceAttributes, appearanceOf, type Appearance } from "@/app/_client/appearance";
import { env } from "@/lib/env";
import { shownName } from "@/lib/settings/reads";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  // Nothing is read while the pages are built.
  await headers();
  const name = await shownName();
  return {
    metadataBase: new URL(env().BARKER_ORIGIN),
    title: { default: name, template: `%s · ${name}` },
    description: everyPage.description,
    applicationName: name,
    icons: { icon: [{ url: "/icons/logo.svg", type: "image/svg+xml" }], apple: "/icons/icon-180.png" },
    appleWebApp: { capable: true, title: name, statusBarStyle: "default" },
    formatDetection: { telephone: false },
  };
}

const SURFACE = { light: "#fffdf8", dark: "#1b181e" };

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await chosenAppearance();
  const byDevice = (["light", "dark"] as const).map((scheme) => ({
    media: `(prefers-color-scheme: ${scheme})`,
    color: SURFACE[scheme],
  }));
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    themeColor: theme === "auto" ? byDevice : SURFACE[theme],
  };
}

async function chosenAppearance(): Promise<Appearance> {
  return appearanceOf((await cookies()).get(APPEARANCE_COOKIE)?.value);
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" {...appearanceAttributes(await chosenAppearance())}>
      <body>
        {/* Browsers hide the nonce from scripts, so that React would find another one. */}
        <script
          nonce={(await headers()).get("x-nonce") ?? undefined}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: RECORD_EARLY_PRESSES }}
        />
        <a
          href="#main"
          className="fixed -top-20 inset-s-4 z-(--z-skip) rounded-pill bg-ink px-4 py-2 font-bold text-paper focus:top-2"
        >
          {everyPage.skip}
        </a>
        <meta name="barker-now" content={madeAt()} />
        {children}
        <ServiceWorker />
        <Ready />
      </body>
    </html>
  );
}

/** When this page was made, in Unix ms: by that its browser knows how far its own clock is off. */
function madeAt(): string {
  return String(Date.now());
}
