import Link from "next/link";
import { HallPart, BarkWords, OtherBark } from "@/app/(main)/town-hall/parts";
import { FullDate } from "@/app/_features/time/time";
import { townHall as words } from "@/app/_words/town-hall";
import { readStatuses } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";
import type { ReportRow } from "@/lib/reports/schema";

interface ReportedBarksProps {
  report: ReportRow;
  /** The barks that are still there, as they are now. */
  statuses: Status[];
}

/** What a report is about: barks as they were and as they are now, with what they answer, and disclosed messages. */
export async function ReportedBarks({ report: { barks, messages }, statuses }: ReportedBarksProps) {
  // What a bark answers is shown as far as everybody may read it.
  const parents = await readStatuses(
    null,
    statuses.flatMap(({ in_reply_to_id: id }) => id ?? []),
  );
  const now = new Map(statuses.map((status) => [status.id, status]));
  return (
    <>
      <HallPart title={words.whatWasSaid} note={barks.length > 0 ? words.asReported : null}>
        {barks.length === 0 && messages.length === 0 && <p className="text-label">{words.aPerson}</p>}
        <ul className="grid gap-2">
          {barks.map((bark) => (
            <Reported
              key={bark.id}
              text={[bark.spoiler, bark.text].filter(Boolean).join("\n\n")}
              status={now.get(bark.id)}
              parent={parents.find(({ id }) => id === now.get(bark.id)?.in_reply_to_id)}
            />
          ))}
        </ul>
      </HallPart>
      {messages.length > 0 && (
        <HallPart title={words.messagesDisclosed}>
          <ul className="grid gap-2">
            {messages.map(({ at, text }) => (
              <li key={`${at} ${text}`} className="rounded-field border border-line px-3 py-2">
                <BarkWords text={text} />
                <p className="text-meta text-ink-3">
                  <FullDate at={new Date(at).toISOString()} />
                </p>
              </li>
            ))}
          </ul>
        </HallPart>
      )}
    </>
  );
}

interface ReportedProps {
  text: string;
  status: Status | undefined;
  parent: Status | undefined;
}

function Reported({ text, status, parent }: ReportedProps) {
  const present = status && [status.spoiler_text, status.text].filter(Boolean).join("\n\n");
  return (
    <li className="overflow-hidden rounded-media border border-line">
      {parent && (
        <div className="border-b border-line px-3 py-2">
          <OtherBark label={words.answering} bark={parent} />
        </div>
      )}
      <div className="border-s-[3px] border-danger bg-danger-soft px-3 py-2">
        <BarkWords text={text} />
      </div>
      <div className="px-3 py-2 text-meta text-ink-2">
        {present === undefined && words.deletedNow}
        {present !== undefined && present === text && words.unchanged}
        {present !== undefined && present !== text && (
          <>
            <p className="font-bold">{words.now}</p>
            <BarkWords text={present} />
          </>
        )}{" "}
        {status && (
          <Link
            href={paths.bark(status.account.acct, status.id)}
            prefetch={false}
            className="inline-grid min-h-6 content-center text-accent-text underline"
          >
            <FullDate at={status.created_at} />
          </Link>
        )}
        {status && status.media_attachments.length > 0 && (
          <ul className="mt-2 flex flex-wrap gap-2">
            {status.media_attachments.map((picture) => (
              <li key={picture.id}>
                <img
                  src={picture.preview_url ?? picture.url}
                  alt={picture.description ?? ""}
                  className="max-h-40 rounded-field"
                  loading="lazy"
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
