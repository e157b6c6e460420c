"use client";

import { ChevronRight, Flame, House, Search, UserPlus, UsersRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { notFoundWords as words } from "@/app/_words/not-found";
import { buttonClass } from "@/app/_ui/button";
import { Wordmark } from "@/app/_ui/logo";
import { FaceInRings } from "@/app/_ui/logo-rings";
import { paths } from "@/lib/paths";

/** What was looked for at an address. */
function lookedFor(path: string): "person" | "bark" | "pack" | "page" {
  if (/^\/@[^/]*$/.test(path)) return "person";
  if (/^\/@[^/]+\/\d+(\/|$)/.test(path)) return "bark";
  return /^\/packs\/\d+/.test(path) ? "pack" : "page";
}

/** A page that does not exist, in words for what was looked for, with ways on. */
export function Lost({ signedIn }: { signedIn: boolean }) {
  const { title, sentence } = words[lookedFor(decodePath(usePathname()))];
  const ways = [
    { href: paths.popular, icon: Flame, name: words.popular, detail: words.popularDetail },
    { href: paths.discover, icon: UserPlus, name: words.people, detail: words.peopleDetail },
    { href: paths.town, icon: UsersRound, name: words.town, detail: words.townDetail },
  ];
  return (
    <>
      <header className="flex min-h-(--bar-top) items-center justify-between border-b border-line bg-surface px-4 desk:hidden">
        <Link href={signedIn ? paths.home : paths.landing} className="grid min-h-11 items-center text-ink">
          <Wordmark className="h-[1.625rem]" />
        </Link>
        <Link
          href={paths.searching}
          aria-label={words.search}
          className="plain grid size-11 place-items-center rounded-pill"
        >
          <Search className="size-5.5" aria-hidden="true" />
        </Link>
      </header>
      <div className="grid flex-1 grid-cols-1 content-start overflow-clip bg-paper px-4 pb-[calc(var(--bar-bottom)+7rem)] -mb-[calc(var(--bar-bottom)+6rem)] tablet:mb-0 tablet:min-h-dvh tablet:pb-8 desk:px-5">
        <FaceInRings face="hare-7-0" className="-mx-4 desk:-mx-5" />
        <h1 className="mt-1 text-center text-display font-black tracking-display text-balance">{title}</h1>
        <p className="mx-auto mt-2 max-w-90 text-center text-ink-2 text-balance">{sentence}</p>
        <div className="mx-auto mt-5 flex w-full max-w-110 flex-wrap gap-3 *:grow *:basis-36">
          <Link href={signedIn ? paths.home : paths.landing} className={buttonClass({})}>
            <House className="size-5 flex-none" aria-hidden="true" />
            {words.home}
          </Link>
          <Link href={paths.searching} className={buttonClass({ look: "outline" })}>
            <Search className="size-5 flex-none" aria-hidden="true" />
            {words.search}
          </Link>
        </div>
        <nav
          aria-label={words.waysOn}
          className="mx-auto mt-5 grid w-full max-w-110 overflow-clip rounded-card border border-line bg-surface"
        >
          {ways.map(({ href, icon: Icon, name, detail }) => (
            <Link
              key={href}
              href={href}
              className="flex min-h-13 items-center gap-3 border-line px-4 py-2 -outline-offset-2 not-first:border-t"
            >
              <Icon className="size-5 flex-none text-ink-2" aria-hidden="true" />
              <span className="min-w-0 flex-1 text-label">
                <b className="block">{name}</b>
                <span className="block text-meta text-ink-3">{detail}</span>
              </span>
              <ChevronRight className="size-5 flex-none text-ink-3 rtl:-scale-x-100" aria-hidden="true" />
            </Link>
          ))}
        </nav>
      </div>
    </>
  );
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
