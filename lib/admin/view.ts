import type { RefusedDay } from "@/lib/account/reads";
import { domainBlockId } from "@/lib/admin/domain-block-id";
import type { AdminAccount, AdminEmailDomainBlock, AdminReport } from "@/lib/admin/schema";
import type { ApplicantRow } from "@/lib/applicants/schema";
import type { Status } from "@/lib/barks/schema";
import { portraitFor } from "@/lib/drawings/portrait";
import { sceneryFor } from "@/lib/drawings/scenery";
import { toRules } from "@/lib/instance/view";
import { toAccount } from "@/lib/people/view";
import type { ReportRow } from "@/lib/reports/schema";
import type { TownSettings } from "@/lib/settings/schema";
import { roleOf } from "@/lib/staff/rules";
import type { ManagedRow } from "@/lib/strikes/schema";

const time = (at: number) => new Date(at).toISOString();

/** A person as staff see them. @param showsEmail whether the reader may manage people */
export function toAdminAccount(row: ManagedRow, showsEmail: boolean): AdminAccount {
  const { person } = row;
  return {
    id: person.id,
    username: person.handle,
    domain: null,
    created_at: time(person.at),
    email: showsEmail ? (row.email ?? "") : "",
    ip: null,
    ips: [],
    locale: row.locale,
    invite_request: null,
    role: roleOf(row.staff),
    confirmed: true,
    approved: true,
    disabled: row.disabled,
    silenced: row.limited,
    suspended: row.suspended,
    sensitized: row.sensitized,
    account: toAccount(person),
  };
}

/** Somebody whose request to join waits, as Mastodon's tools see them. They have no profile yet. */
export function applicantAsAccount({ id, handle, at, reason, locale, email, confirmedAt }: ApplicantRow): AdminAccount {
  const shown = { portrait: portraitFor(id), header: sceneryFor(id), bio: "", bot: false, locked: false };
  const counts = { followers: 0, following: 0, barks: 0, lastBarkAt: null };
  return {
    id,
    username: handle,
    domain: null,
    created_at: time(at),
    email,
    ip: null,
    ips: [],
    locale,
    invite_request: reason,
    role: roleOf(null),
    confirmed: confirmedAt !== null,
    approved: false,
    disabled: false,
    silenced: false,
    suspended: false,
    sensitized: false,
    account: toAccount({ id, handle, name: handle, at, discoverable: false, ...shown, ...counts }),
  };
}

/**
 * A report as staff see it.
 * @param people everybody whom it names, by id
 * @param statuses its barks as they are now, by id; deleted ones are absent
 * @param settings of the town, with its rules
 */
export function toAdminReport(
  row: ReportRow,
  people: ReadonlyMap<string, AdminAccount>,
  statuses: ReadonlyMap<string, Status>,
  settings: TownSettings,
): AdminReport {
  const named = (one: { id: string } | null) => (one && people.get(one.id)) ?? null;
  return {
    id: row.id,
    action_taken: row.resolvedAt !== null,
    action_taken_at: row.resolvedAt === null ? null : time(row.resolvedAt),
    category: row.category,
    comment: row.comment,
    forwarded: false,
    created_at: time(row.at),
    updated_at: time(row.changedAt),
    account: named(row.from),
    target_account: named(row.about),
    assigned_account: named(row.assigned),
    action_taken_by_account: row.resolvedById === null ? null : named({ id: row.resolvedById }),
    statuses: row.barks.flatMap(({ id }) => statuses.get(id) ?? []),
    rules: toRules(settings).filter(({ id }) => row.ruleIds.includes(id)),
  };
}

/** When a domain was blocked of which nobody noted it: the beginning of Unix time, which nobody takes for a real time. */
const UNKNOWN = 0;

/**
 * A blocked e-mail domain as Mastodon's tools read it. Its history counts refused sign-ups: Mastodon's `accounts` are the
 * accounts that somebody tried to make, and its `uses` the tries, which it tells apart by network addresses. Barker stores
 * none, so both are the number of tries.
 * @param days what was refused, newest day first
 */
export function toEmailDomainBlock(domain: string, settings: TownSettings, days: RefusedDay[]): AdminEmailDomainBlock {
  return {
    id: domainBlockId(domain),
    domain,
    created_at: settings.blocked_domains_at[domain] ?? time(UNKNOWN),
    history: days.map(({ at, byDomain }) => {
      const tries = String(byDomain.get(domain) ?? 0);
      return { day: String(at / 1_000), accounts: tries, uses: tries };
    }),
  };
}
