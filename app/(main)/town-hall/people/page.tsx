import type { Metadata } from "next";
import { Older } from "@/app/(main)/town-hall/parts";
import { PersonCard } from "@/app/(main)/town-hall/person-card";
import { Button } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { TextInput } from "@/app/_ui/field";
import { Tabs } from "@/app/_ui/tabs";
import { BackBar } from "@/app/_ui/top-bar";
import { townHall as words } from "@/app/_words/town-hall";
import { managedPage } from "@/lib/admin/reads";
import type { PeopleChoice } from "@/lib/admin/schema";
import { staffViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.pageTitle(words.people) };

const LIMIT = 20;
const SHOWS = ["all", "silenced", "disabled", "suspended", "staff"] as const;
type Show = (typeof SHOWS)[number];

interface Search {
  searchParams: Promise<Record<"q" | "show" | "max_id", string | string[] | undefined>>;
}

/** Everybody in town, newest first, searched by a part of handle, name or e-mail address. */
export default async function People({ searchParams }: Search) {
  await staffViewer("people");
  const sent = await searchParams;
  const [q = "", asked, maxId] = [one(sent.q), one(sent.show), one(sent.max_id)];
  const show = SHOWS.find((each) => each === asked) ?? "all";
  const page = { limit: LIMIT, ...(/^\d{19}$/.test(maxId ?? "") && { maxId }) };
  const people = await managedPage(page, chosen(q, show));
  const last = people.length < LIMIT ? undefined : people.at(-1);
  return (
    <>
      <BackBar title={words.people} />
      <form action={paths.townPeople} className="flex flex-wrap items-end gap-2 px-4 py-3 desk:px-5">
        {show !== "all" && <input type="hidden" name="show" value={show} />}
        <TextInput
          label={words.searchPeople}
          name="q"
          type="search"
          defaultValue={q}
          className="min-w-0 flex-1 basis-40"
        />
        <Button type="submit" look="ink" className="min-h-12">
          {words.search}
        </Button>
      </form>
      <Tabs
        label={words.whichPeople}
        tabs={SHOWS.map((one) => ({ label: words.states[one], href: addressOf(q, one), here: one === show }))}
        className="flex-wrap border-b border-line"
      />
      {people.length === 0 ? (
        <Empty title={words.nobodyFound} sentence={words.nobodyFoundSentence} />
      ) : (
        <ul>
          {people.map((managed) => (
            <li key={managed.person.id}>
              <PersonCard
                managed={managed}
                href={paths.townPerson(managed.person.id)}
                detail={managed.email ?? words.noEmail}
              />
            </li>
          ))}
        </ul>
      )}
      <Older href={last ? addressOf(q, show, last.person.id) : null} />
    </>
  );
}

/** The first of what an address may repeat. */
const one = (sent: string | string[] | undefined): string | undefined => (Array.isArray(sent) ? sent[0] : sent);

function chosen(q: string, show: Show): PeopleChoice {
  const any = q.trim().replace(/^@/, "").toLowerCase().slice(0, 320);
  return {
    status: show === "staff" ? "all" : show,
    handle: "",
    name: "",
    email: "",
    any,
    role: show === "staff" ? "staff" : "all",
  };
}

function addressOf(q: string, show: Show, maxId?: string): string {
  const query = new URLSearchParams({
    ...(q && { q }),
    ...(show !== "all" && { show }),
    ...(maxId && { max_id: maxId }),
  });
  return query.size > 0 ? `${paths.townPeople}?${query}` : paths.townPeople;
}
