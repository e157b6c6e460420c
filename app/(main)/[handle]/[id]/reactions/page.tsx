import type { Metadata } from "next";
import { Empty } from "@/app/_ui/empty";
import { PersonListItem } from "@/app/_features/people/person-row";
import { followState } from "@/app/_client/follow-state";
import { BackBar } from "@/app/_ui/top-bar";
import { barkOf, type BarkParams } from "@/app/(main)/[handle]/[id]/bark";
import { barkPage as words } from "@/app/_words/bark-page";
import { getViewer } from "@/lib/auth/session";
import { relationships } from "@/lib/people/reads";
import { paths } from "@/lib/paths";
import { reactionsOf } from "@/lib/reactions/reads";
import type { Reaction } from "@/lib/reactions/schema";

export const metadata: Metadata = { title: words.reactions, robots: { index: false } };

/** The reactions to a bark, and the people who gave them. */
export default async function Reactions({ params }: BarkParams) {
  const bark = await barkOf(params, paths.barkReactions);
  const viewer = await getViewer();
  const reactions = (await reactionsOf(viewer?.id ?? null, bark.id)).toSorted((a, b) => b.count - a.count);
  const people = [...new Set(reactions.flatMap(({ accounts }) => accounts.map(({ id }) => id)))];
  const relations = viewer ? await relationships(viewer.id, people) : [];
  const standings = new Map(relations.map((relation) => [relation.id, followState(relation)]));
  const standing = (id: string) => (viewer?.id === id ? null : (standings.get(id) ?? "none"));
  return (
    <>
      <BackBar title={words.reactions} detail={`@${bark.account.acct}`} />
      {reactions.length === 0 && <Empty title={words.noReactionsTitle} sentence={words.noReactions} />}
      {reactions.map((reaction) => (
        <section key={reaction.name} aria-label={words.reactionWith(reaction.name, reaction.count)}>
          <h2 className="flex items-center gap-2 border-b border-line bg-paper px-(--bark-x) py-2 text-label font-bold">
            <span className="text-[1.25rem] leading-none">{reaction.name}</span>
            <span className="tabular-nums">{reaction.count.toLocaleString("en")}</span>
          </h2>
          <ul>
            {reaction.accounts.map((account) => (
              <PersonListItem
                key={account.id}
                account={account}
                standing={standing(account.id)}
                joinFirst={viewer === null}
              />
            ))}
          </ul>
          <Others reaction={reaction} />
        </section>
      ))}
    </>
  );
}

function Others({ reaction: { count, accounts } }: { reaction: Reaction }) {
  const others = count - accounts.length;
  if (others <= 0) return null;
  return <p className="border-b border-line px-(--bark-x) py-3 text-label text-ink-3">{words.others(others)}</p>;
}
