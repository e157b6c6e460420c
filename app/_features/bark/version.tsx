import { Fragment } from "react";
import { difference, pictureChange, type TextRun } from "@/app/_features/bark/difference";
import { ClockTime } from "@/app/_features/time/time";
import { bark as words } from "@/app/_words/bark";
import { short } from "@/app/_ui/count";
import { cx } from "@/app/_ui/cx";
import { Pictures } from "@/app/_features/pictures/pictures";
import type { StatusEdit } from "@/lib/history/schema";

interface VersionRowProps {
  version: StatusEdit;
  /** The previous version; the first has none. */
  before: StatusEdit | undefined;
  newest: boolean;
  /** The viewer liked this version. */
  mine: boolean;
}

/** One version in the history: its content, its changes and its reactions. */
export function VersionCard({ version, before, newest, mine }: VersionRowProps) {
  const pictures = pictureChange(before?.media_attachments ?? [], version.media_attachments);
  return (
    <li className="relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 pb-7 last:pb-2">
      <span
        aria-hidden="true"
        className={cx(
          "mt-1 size-3.5 justify-self-center rounded-pill",
          newest ? "bg-accent" : "border-[3px] border-edge",
        )}
      />
      {before && <span aria-hidden="true" className="absolute top-6 bottom-0 inset-s-[.5625rem] w-0.5 bg-line" />}
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-baseline gap-x-2 text-label">
          <b>{before === undefined ? words.first : newest ? words.now : words.version(version.version + 1)}</b>
          <span className="text-meta text-ink-3">
            {before ? words.edited : words.barked} <ClockTime at={version.created_at} />
          </span>
        </h2>
        <Changed label={words.note} from={before?.spoiler_text ?? version.spoiler_text} to={version.spoiler_text} />
        <p dir="auto" className="mt-1 break-words whitespace-pre-line">
          <Runs runs={difference(before?.text ?? version.text, version.text)} />
        </p>
        {version.media_attachments.length > 0 && (pictures || !before) && (
          <div className="mt-2 max-w-80">
            <Pictures
              pictures={version.media_attachments}
              sensitive={version.sensitive}
              label={before ? words.picturesOfVersion : words.picturesOfFirst}
            />
          </div>
        )}
        {before && pictures && <p className="mt-1.5 text-meta text-ink-2">{words.sentence(pictures)}</p>}
        <Given version={version} newest={newest} mine={mine} />
      </div>
    </li>
  );
}

function Changed({ label, from, to }: { label: string; from: string; to: string }) {
  if (from === "" && to === "") return null;
  return (
    <p className="mt-1 text-label text-warn">
      {label}:{" "}
      <bdi>
        <Runs runs={difference(from, to)} />
      </bdi>
    </p>
  );
}

/** Inserted and deleted words, marked by more than colour, also for screen readers. */
function Runs({ runs }: { runs: TextRun[] }) {
  return runs.map(({ kind, text }, index) => {
    if (kind === "same") return <span key={index}>{text}</span>;
    const Mark = kind;
    // Spaces around changed words are not marked, unless only spaces changed.
    const changed = text.trim() || text;
    const [before = "", after = ""] = text.split(changed);
    return (
      <Fragment key={index}>
        {before}
        <Mark>
          <span className="sr-only">{kind === "ins" ? words.added : words.removed}</span>
          {changed}
        </Mark>
        {after}
      </Fragment>
    );
  });
}

function Given({ version, newest, mine }: { version: StatusEdit; newest: boolean; mine: boolean }) {
  const { emoji_reactions: reactions, favourites_count: likes, quotes_count: quotes } = version;
  const given = [
    likes > 0 && (newest && version.version > 0 ? words.likesSince(likes) : words.likes(likes)),
    quotes > 0 && words.quotes(quotes),
    mine && (likes > 1 ? words.oneIsYours : words.yours),
  ].filter((part) => part !== false);
  if (reactions.length === 0 && given.length === 0) return null;
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-1.5">
      {reactions.map(({ name, count }) => (
        <span
          key={name}
          className="chip inline-flex h-7.5 items-center gap-1.5 rounded-pill bg-sunken px-2.5 text-meta font-medium text-ink-2 tabular-nums"
        >
          <span className="text-base leading-none">{name}</span>
          {short(count)}
        </span>
      ))}
      {given.length > 0 && <span className="text-meta text-ink-3">{given.join(", ")}</span>}
    </div>
  );
}
