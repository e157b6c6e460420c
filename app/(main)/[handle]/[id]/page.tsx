import type { Metadata } from "next";
import Link from "next/link";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { local } from "@/app/_ui/api";
import { Avatar } from "@/app/_ui/avatar";
import { BarkMenu } from "@/app/_ui/bark-menu";
import { BarkText } from "@/app/_ui/bark-text";
import { Empty } from "@/app/_ui/empty";
import { BackBar } from "@/app/_ui/top-bar";
import { LeaveWhenGone } from "@/app/(main)/[handle]/[id]/leave-when-gone";
import { getViewer } from "@/lib/auth/session";
import { readBark } from "@/lib/barks/reads";
import { paths } from "@/lib/paths";

interface Params {
  params: Promise<{ handle: string; id: string }>;
}

const barkAt = cache(async (id: string) => (/^\d{1,20}$/.test(id) ? readBark(id) : null));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const status = await barkAt((await params).id);
  if (!status || status === "deleted") return { title: "Bark", robots: { index: false } };
  const { account } = status;
  const description = status.text ?? "";
  return {
    title: `${account.display_name}: ${description.slice(0, 60)}`,
    description,
    alternates: { canonical: paths.bark(account.acct, status.id) },
    openGraph: {
      type: "article",
      title: `${account.display_name} (@${account.acct})`,
      description,
      images: [local(account.avatar)],
      publishedTime: status.created_at,
    },
    twitter: { card: "summary" },
  };
}

/** One bark by itself. */
export default async function Bark({ params }: Params) {
  const { handle, id } = await params;
  const [status, viewer] = await Promise.all([barkAt(id), getViewer()]);
  if (!status) notFound();
  if (status === "deleted") {
    return (
      <>
        <BackBar title="Bark" />
        <Empty
          title="This bark is gone"
          sentence="Its author took it back."
          action={{ label: "Look around the town", href: paths.town }}
        />
      </>
    );
  }
  const { account } = status;
  if (decodeURIComponent(handle) !== `@${account.acct}`) permanentRedirect(paths.bark(account.acct, status.id));
  return (
    <>
      <BackBar title="Bark" />
      <LeaveWhenGone id={status.id} />
      <article
        aria-label={`${account.display_name}: ${status.text ?? ""}`}
        className="border-b border-line px-4 pt-3 pb-4 desk:px-5"
      >
        <header className="flex items-center gap-3">
          <Link href={paths.person(account.acct)} className="flex min-w-0 flex-1 items-center gap-3 text-label">
            <Avatar src={account.avatar} />
            <span className="min-w-0">
              <b className="block truncate">{account.display_name}</b>
              <span className="block truncate text-[.875rem] text-ink-3">@{account.acct}</span>
            </span>
          </Link>
          <BarkMenu status={status} own={viewer?.id === account.id} />
        </header>
        <p className="mt-3 text-lead break-words whitespace-pre-line">
          <BarkText text={status.text ?? ""} people={status.mentions.map((person) => person.acct)} />
        </p>
        <p className="mt-3 text-label text-ink-3">
          <time dateTime={status.created_at}>{when(status.created_at)}</time>
          {status.application && ` · ${status.application.name}`}
        </p>
      </article>
    </>
  );
}

function when(at: string): string {
  return `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(Date.parse(at))} UTC`;
}
