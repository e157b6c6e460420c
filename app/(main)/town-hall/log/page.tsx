import type { Metadata } from "next";
import { Older } from "@/app/(main)/town-hall/parts";
import { Ago } from "@/app/_features/time/time";
import { Empty } from "@/app/_ui/empty";
import { fill } from "@/app/_ui/fill";
import { BackBar } from "@/app/_ui/top-bar";
import { townHall as words } from "@/app/_words/town-hall";
import { staffViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { staffLog } from "@/lib/staff/reads";
import type { StaffLogEntry } from "@/lib/staff/schema";

export const metadata: Metadata = { title: words.pageTitle(words.log) };

const LIMIT = 40;

interface Search {
  searchParams: Promise<{ whom?: string; max_id?: string }>;
}

/** What staff did, newest first: all of it, or what was done to one person. */
export default async function Log({ searchParams }: Search) {
  await staffViewer("log");
  const { whom, max_id: maxId } = await searchParams;
  const whomId = /^\d{1,20}$/.test(whom ?? "") ? (whom ?? null) : null;
  const page = { limit: LIMIT, ...(/^\d{19}$/.test(maxId ?? "") && { maxId }) };
  const entries = await staffLog(page, whomId);
  const base = whomId === null ? `${paths.townLog}?` : `${paths.townLogOf(whomId)}&`;
  const last = entries.length < LIMIT ? undefined : entries.at(-1);
  return (
    <>
      <BackBar title={words.log} />
      {entries.length === 0 ? (
        <Empty title={words.emptyLog} sentence={words.emptyLogSentence} />
      ) : (
        <ol>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <Older href={last ? `${base}max_id=${last.id}` : null} />
    </>
  );
}

const isCategory = (note: string): note is keyof typeof words.short => Object.hasOwn(words.short, note);

function Entry({ entry: { act, by, whom, note, created_at: at } }: { entry: StaffLogEntry }) {
  return (
    <li className="border-b border-line px-4 py-3 desk:px-5">
      <p className="text-label wrap-anywhere">
        {fill(words.acts[act], {
          by: (
            <b>
              <bdi>{by}</bdi>
            </b>
          ),
          whom: (
            <b>
              <bdi>{whom ?? words.somebody}</bdi>
            </b>
          ),
        })}
      </p>
      {note !== "" && (
        <p dir="auto" className="text-meta break-words whitespace-pre-line text-ink-2">
          {act === "recategorise" && isCategory(note) ? words.short[note] : note}
        </p>
      )}
      <p className="text-meta text-ink-3">
        <Ago at={at} />
      </p>
    </li>
  );
}
