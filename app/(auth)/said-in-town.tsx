import { Heart, MessageCircle } from "lucide-react";
import Link from "next/link";
import { landing } from "@/app/_words/joining";
import { Avatar } from "@/app/_ui/avatar";
import { short } from "@/app/_ui/count";
import type { Status } from "@/lib/barks/schema";
import { local, paths } from "@/lib/paths";
import { popularBarks } from "@/lib/popular/reads";

const SHOWN = 3;
/** Of how many popular barks the shown ones are chosen. */
const AMONG = 20;

/** Three barks that are popular now, to read before joining; nothing in a town where nobody barks, or without stores. */
export async function SaidInTown() {
  const popular = await popularBarks(null, { limit: AMONG, offset: 0 }).catch(() => []);
  const barks = various(popular.filter((bark) => isWhole(bark)));
  if (barks.length === 0) return null;
  return (
    <section aria-labelledby="said-in-town" className="grid grid-cols-1 gap-3 desk:col-span-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id="said-in-town" className="text-title font-bold tracking-heading">
          {landing.barks}
        </h2>
        <Link href={paths.town} className="grid min-h-11 items-center font-bold text-accent-text">
          {landing.more}
        </Link>
      </div>
      <ul className="grid grid-cols-1 gap-3 desk:grid-cols-3">
        {barks.map((bark) => (
          <Said key={bark.id} bark={bark} />
        ))}
      </ul>
    </section>
  );
}

/** A bark as a visitor reads it: all of it is a link to its page. */
function Said({ bark }: { bark: Status }) {
  const { account, media_attachments: media, quote } = bark;
  const [picture] = media;
  const quoted = quote && "quoted_status" in quote ? quote.quoted_status : null;
  return (
    <li className="relative flex min-w-0 gap-3 rounded-card border border-line bg-surface p-4">
      <Avatar src={account.avatar} size={40} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-1.5 text-label">
          <Link
            href={paths.bark(account.acct, bark.id)}
            className="font-bold wrap-anywhere after:absolute after:inset-0 after:rounded-card"
          >
            <bdi>{account.display_name}</bdi>
          </Link>
          <span className="text-small text-ink-3 wrap-anywhere">
            <bdi dir="ltr">@{account.acct}</bdi>
            {bark.edited_at !== null && ` · ${landing.edited}`}
          </span>
        </p>
        <p dir="auto" className="mt-0.5 line-clamp-6 whitespace-pre-line wrap-anywhere">
          {bark.text}
        </p>
        {quoted && (
          <p
            dir="auto"
            className="mt-2 line-clamp-3 rounded-media border border-line px-3 py-2 text-label text-ink-2 wrap-anywhere"
          >
            <b className="text-ink">
              <bdi>{quoted.account.display_name}</bdi>
            </b>{" "}
            {quoted.text}
          </p>
        )}
        {picture?.type === "image" && (
          <img
            src={local(picture.preview_url ?? picture.url ?? "")}
            alt={picture.description ?? ""}
            loading="lazy"
            decoding="async"
            className="mt-2 aspect-video w-full rounded-media bg-sunken object-cover"
          />
        )}
        <p className="mt-2 flex gap-4 text-meta text-ink-3 tabular-nums">
          <span className="inline-flex items-center gap-1">
            <MessageCircle className="size-4" aria-hidden="true" />
            {bark.replies_count > 0 && <span aria-hidden="true">{short(bark.replies_count)}</span>}
            <span className="sr-only">{landing.answers(bark.replies_count)}</span>
          </span>
          <span className="inline-flex items-center gap-1">
            <Heart className="size-4" aria-hidden="true" />
            {bark.favourites_count > 0 && <span aria-hidden="true">{short(bark.favourites_count)}</span>}
            <span className="sr-only">{landing.likes(bark.favourites_count)}</span>
          </span>
        </p>
      </div>
    </li>
  );
}

/** Whether all of it is shown here. */
const isWhole = ({ sensitive, spoiler_text: note, reblog, poll }: Status) =>
  !sensitive && note === "" && reblog === null && poll === null;

/** First one with a picture, one that was edited and one that quotes, then the most popular; each by somebody else. */
function various<S extends Status>(barks: S[]): S[] {
  const wanted: ((bark: S) => boolean)[] = [
    ({ media_attachments: media }) => media.length > 0,
    ({ edited_at: edited }) => edited !== null,
    ({ quote }) => quote !== null,
    ...Array.from({ length: SHOWN }, () => () => true),
  ];
  const chosen: S[] = [];
  for (const isWanted of wanted) {
    const found = barks.find((bark) => isWanted(bark) && !chosen.some(({ account }) => account.id === bark.account.id));
    if (found && chosen.length < SHOWN) chosen.push(found);
  }
  return barks.filter((bark) => chosen.includes(bark));
}
