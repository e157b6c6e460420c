import type { Metadata } from "next";
import type { ReactNode } from "react";
import { welcome } from "@/app/_words/welcome";
import { Arrival } from "@/app/_features/shell/arrival";
import { Toasts } from "@/app/_ui/toast";
import { getViewer } from "@/lib/auth/session";

export const metadata: Metadata = { title: welcome.title, robots: { index: false } };

/** The frame of the welcome: one column, without the places of the app. */
export default async function WelcomeLayout({ children }: { children: ReactNode }) {
  return (
    <Toasts>
      <Arrival personId={(await getViewer())?.id ?? null} />
      <main
        id="main"
        className="mx-auto flex min-h-dvh w-full max-w-150 flex-col bg-surface tablet:border-x tablet:border-line"
      >
        {children}
      </main>
    </Toasts>
  );
}
