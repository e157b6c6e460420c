import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { packs as words } from "@/app/_words/packs";
import { followState } from "@/app/_client/follow-state";
import { PackActions } from "@/app/_features/packs/pack-actions";
import { PersonListItem } from "@/app/_features/people/person-row";
import { Avatar } from "@/app/_ui/avatar";
import { fill } from "@/app/_ui/fill";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { packWithPeople } from "@/lib/packs/reads";
import { local, paths } from "@/lib/paths";
import { relationships } from "@/lib/people/reads";

interface Params {
  params: Promise<{ id: string }>;
}

const packAt = cache(async (id: string) => {
  const found = /^\d{1,20}$/.test(id) ? await packWithPeople((await getViewer())?.id ?? null, id) : null;
  return found ?? notFound();
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { pack } = await packAt((await params).id);
  const description = pack.description || words.describe(pack.account.display_name, pack.accounts_count);
  return {
    title: pack.name,
    description,
    alternates: { canonical: paths.pack(pack.id) },
    openGraph: {
      type: "website",
      title: pack.name,
      description,
      url: paths.pack(pack.id),
      images: [...pack.sample, pack.account].slice(0, 1).map(({ avatar }) => local(avatar)),
    },
  };
}

/** A starter pack for anybody who has its address: who made it, who is in it, and all of them to follow at once. */
export default async function Pack({ params }: Params) {
  const [{ pack, people }, viewer] = await Promise.all([packAt((await params).id), getViewer()]);
  const relations = viewer
    ? await relationships(
        viewer.id,
        people.map(({ id }) => id),
      )
    : [];
  const states = new Map(relations.map((relation) => [relation.id, followState(relation)]));
  return (
    <>
      <BackBar title={pack.name} detail={words.title} />
      <section aria-label={pack.name} className="grid grid-cols-1 gap-3 border-b border-line px-4 py-4 desk:px-5">
        <Link href={paths.person(pack.account.acct)} className="flex min-h-11 items-center gap-2 text-label">
          <Avatar src={pack.account.avatar} size={28} />
          <span className="min-w-0 wrap-anywhere">
            <span className="text-ink-2">
              {fill(words.by("{owner}"), {
                owner: <bdi className="font-bold text-ink">{pack.account.display_name}</bdi>,
              })}
            </span>{" "}
            <bdi dir="ltr" className="text-ink-3">
              @{pack.account.acct}
            </bdi>
          </span>
        </Link>
        {pack.description && (
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {pack.description}
          </p>
        )}
        <p className="text-label text-ink-2">{words.people(people.length)}</p>
        <PackActions pack={pack} viewerId={viewer?.id ?? null} isIn={people.some(({ id }) => id === viewer?.id)} />
      </section>
      {people.length === 0 && <p className="px-4 py-6 text-label text-ink-2 desk:px-5">{words.empty}</p>}
      <h2 className="sr-only">{words.peopleTitle}</h2>
      <ul>
        {people.map((person) => (
          <PersonListItem
            key={person.id}
            account={person}
            standing={viewer?.id === person.id ? null : (states.get(person.id) ?? "none")}
            {...(viewer === null && { joinFirst: true })}
          />
        ))}
      </ul>
    </>
  );
}
