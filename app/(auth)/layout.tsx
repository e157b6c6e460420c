import type { ReactNode } from "react";
import { Arrival } from "@/app/_features/shell/arrival";
import { getViewer } from "@/lib/auth/session";

/** The layout of pages before signing in. Signed-in people see only the one for authorising apps. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh max-w-shell grid-cols-1 content-start gap-6 px-4 py-8 desk:content-center desk:grid-cols-[minmax(0,22rem)_minmax(14rem,1fr)_minmax(0,23rem)] desk:items-center desk:gap-6 desk:px-5"
    >
      {children}
      <Arrival personId={(await getViewer())?.id ?? null} />
    </main>
  );
}
