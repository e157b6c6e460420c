import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ComponentType, ReactNode } from "react";
import { CardGround } from "@/app/_ui/rows";
import { BackBar } from "@/app/_ui/top-bar";

/** A page of settings: its title and its cards. */
export function SettingsPage({ title, detail, children }: { title: string; detail?: string; children: ReactNode }) {
  return (
    <>
      <BackBar title={title} detail={detail} />
      <CardGround>{children}</CardGround>
    </>
  );
}

/** A card with a form or a short text. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-[min(1rem,4vw)]">
      <h2 className="text-heading leading-6 font-bold">{title}</h2>
      {children}
    </section>
  );
}

interface LinkRowProps {
  href: string;
  icon: ComponentType<{ className?: string; "aria-hidden"?: "true" }>;
  title: string;
  detail?: string;
}

/** A link to another page of settings. */
export function LinkRow({ href, icon: Icon, title, detail }: LinkRowProps) {
  return (
    <li className="border-line not-first:border-t">
      <Link
        href={href}
        className="flex min-h-13.5 flex-wrap items-center gap-x-3.5 gap-y-1 px-4 py-2 -outline-offset-2"
      >
        <Icon className="size-5.5 flex-none text-ink-2" aria-hidden="true" />
        <span className="min-w-0 grow basis-40">
          <b className="block text-label">{title}</b>
          {detail && (
            <span className="block text-meta wrap-anywhere text-ink-3">
              <bdi>{detail}</bdi>
            </span>
          )}
        </span>
        <ChevronRight className="ms-auto size-5 flex-none text-ink-3" aria-hidden="true" />
      </Link>
    </li>
  );
}
