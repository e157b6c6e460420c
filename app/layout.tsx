import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Ready } from "@/app/_features/shell/ready";
import { ServiceWorker } from "@/app/_features/shell/service-worker";
import { THEME_COOKIE, themeOf } from "@/app/_client/theme";
import { env } from "@/lib/env";
import "./globals.css";

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().BARKER_ORIGIN),
    title: { default: "Barker", template: "%s · Barker" },
    description:
      "The town square in your pocket: a calm little microblog that knows who is near you and who is close to you.",
    applicationName: "Barker",
    icons: { icon: [{ url: "/icons/logo.svg", type: "image/svg+xml" }], apple: "/icons/icon-180.png" },
    appleWebApp: { capable: true, title: "Barker", statusBarStyle: "default" },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fffdf8" },
    { media: "(prefers-color-scheme: dark)", color: "#1b181e" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <body>
        <a
          href="#main"
          className="fixed -top-20 inset-s-4 z-(--z-skip) rounded-pill bg-ink px-4 py-2 font-bold text-paper focus:top-2"
        >
          Skip to the barks
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
