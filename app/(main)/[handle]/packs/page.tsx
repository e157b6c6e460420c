import type { Metadata } from "next";
import { personAt } from "@/app/(main)/[handle]/person";
import { profileMetadata, type ProfileParams } from "@/app/(main)/[handle]/profile";
import { packs as words } from "@/app/_words/packs";
import { PackItem } from "@/app/_features/packs/pack-item";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { packsOf } from "@/lib/packs/reads";

export function generateMetadata(props: ProfileParams): Promise<Metadata> {
  return profileMetadata(props, words.of, "/packs");
}

/** The starter packs that a person made. */
export default async function PersonPacks({ params }: ProfileParams) {
  const [person, viewer] = await Promise.all([personAt((await params).handle, "/packs"), getViewer()]);
  const packs = await packsOf(viewer?.id ?? null, person.id);
  return (
    <>
      <BackBar title={words.titles} detail={`@${person.acct}`} />
      {packs.length === 0 && <p className="px-4 py-6 text-label text-ink-2 desk:px-5">{words.noneHere}</p>}
      <ul>
        {packs.map((pack) => (
          <PackItem key={pack.id} pack={pack} />
        ))}
      </ul>
    </>
  );
}
