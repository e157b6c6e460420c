import { refusedSignUps } from "@/lib/account/reads";
import { domainBlockId } from "@/lib/admin/domain-block-id";
import type { AdminAccount, AdminEmailDomainBlock, AdminReport, PeopleChoice } from "@/lib/admin/schema";
import { applicantAsAccount, toAdminAccount, toAdminReport, toEmailDomainBlock } from "@/lib/admin/view";
import { applicantRow } from "@/lib/applicants/reads";
import { ApplicantRow } from "@/lib/applicants/schema";
import { hasRight } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/schema";
import { readWithoutViewer } from "@/lib/barks/reads";
import { ApiError } from "@/lib/errors";
import { bounds, type Page } from "@/lib/http/page";
import { read, IdRow } from "@/lib/neo4j";
import { report, reportsPage } from "@/lib/reports/reads";
import type { ReportChoice, ReportRow } from "@/lib/reports/schema";
import { townSettings } from "@/lib/settings/reads";
import { managedPeople, managedPerson } from "@/lib/strikes/reads";
import type { ManagedRow } from "@/lib/strikes/schema";

const mayReadEmail = (viewer: Viewer) => hasRight(viewer, "people");

/** A page of people, newest first, for staff who manage people. */
export async function managedPage(page: Page, choice: PeopleChoice): Promise<ManagedRow[]> {
  if (choice.status === "nobody") return [];
  const { max, min, ascending } = bounds(page);
  const query = ascending ? ("admin/accounts_oldest" as const) : ("admin/accounts" as const);
  const rows = await read(query, { max, min, limit: page.limit, ...choice }, IdRow);
  return managedPeople((ascending ? rows.toReversed() : rows).map(({ id }) => id));
}

/** The same as Mastodon's tools read them; whose request to join waits, is shown to those who may answer it. */
export async function adminAccounts(viewer: Viewer, page: Page, choice: PeopleChoice): Promise<AdminAccount[]> {
  if (choice.status === "pending") return hasRight(viewer, "signups") ? waitingPage(page, choice) : [];
  return (await managedPage(page, choice)).map((row) => toAdminAccount(row, mayReadEmail(viewer)));
}

async function waitingPage(page: Page, { handle, name, email, any, role }: PeopleChoice): Promise<AdminAccount[]> {
  if (name || role !== "all") return [];
  const { max, min, ascending } = bounds(page);
  const query = ascending ? ("admin/applicants_oldest" as const) : ("admin/applicants" as const);
  const rows = await read(query, { max, min, limit: page.limit }, ApplicantRow);
  const isChosen = (row: ApplicantRow) => {
    const [ownHandle, ownEmail] = [row.handle.toLowerCase(), row.email.toLowerCase()];
    return ownHandle.includes(handle) && ownEmail.includes(email) && `${ownHandle} ${ownEmail}`.includes(any);
  };
  return (ascending ? rows.toReversed() : rows).filter(isChosen).map(applicantAsAccount);
}

/** Somebody whose request to join waits. @throws ApiError not_found */
export async function waitingAccount(id: string): Promise<AdminAccount> {
  const row = await applicantRow(id);
  if (!row) throw new ApiError("not_found");
  return applicantAsAccount(row);
}

/** One person as staff see them, or somebody whose request waits. @throws ApiError not_found */
export async function adminAccount(viewer: Viewer, id: string): Promise<AdminAccount> {
  const waiting = hasRight(viewer, "signups") ? await applicantRow(id) : null;
  if (waiting) return applicantAsAccount(waiting);
  return toAdminAccount(await managedPerson(id), mayReadEmail(viewer));
}

/** A page of the reports as Mastodon's tools read them, newest first. */
export async function adminReports(viewer: Viewer, page: Page, choice: ReportChoice): Promise<AdminReport[]> {
  return withEverybody(viewer, await reportsPage(page, choice, viewer.id));
}

/** One report. @throws ApiError not_found */
export async function adminReport(viewer: Viewer, id: string): Promise<AdminReport> {
  const row = await report(id, viewer.id);
  const [found] = row ? await withEverybody(viewer, [row]) : [];
  if (!found) throw new ApiError("not_found");
  return found;
}

/**
 * Requires that a viewer may act on a report, and that it is about a person.
 * @throws ApiError forbidden, not_found
 */
export async function requireReportAbout(viewer: Viewer, reportId: string, personId: string): Promise<void> {
  if (!hasRight(viewer, "reports")) throw new ApiError("forbidden", { message: "You may not act on reports." });
  const found = await report(reportId, viewer.id);
  if (found?.about?.id !== personId) throw new ApiError("not_found");
}

async function withEverybody(viewer: Viewer, rows: ReportRow[]): Promise<AdminReport[]> {
  const named = rows.flatMap(({ from, about, assigned, resolvedById }) =>
    [from?.id, about?.id, assigned?.id, resolvedById].filter((id) => id != null),
  );
  const [people, statuses, settings] = await Promise.all([
    managedPeople(named),
    // Whoever may act on a report may read the barks that it names, also those for followers only.
    readWithoutViewer(null, [...new Set(rows.flatMap(({ barks }) => barks.map(({ id }) => id)))]),
    townSettings(),
  ]);
  const byId = new Map(people.map((row) => [row.person.id, toAdminAccount(row, mayReadEmail(viewer))]));
  const barks = new Map(statuses.map((status) => [status.id, status]));
  return rows.map((row) => toAdminReport(row, byId, barks, settings));
}

/** A page of the blocked e-mail domains, by their ids from the greatest: these say nothing about time. */
export async function emailDomainBlocks(page: Page): Promise<AdminEmailDomainBlock[]> {
  const { max, min, ascending } = bounds(page);
  const [settings, days] = await Promise.all([townSettings(), refusedSignUps()]);
  const blocks = settings.blocked_domains
    .map((domain) => toEmailDomainBlock(domain, settings, days))
    .filter(({ id }) => id < max && id > min)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1));
  return ascending ? blocks.slice(-page.limit) : blocks.slice(0, page.limit);
}

/** One blocked e-mail domain. @throws ApiError not_found */
export async function emailDomainBlock(id: string): Promise<AdminEmailDomainBlock> {
  const [settings, days] = await Promise.all([townSettings(), refusedSignUps()]);
  return toEmailDomainBlock(await blockedDomain(id), settings, days);
}

/** The blocked e-mail domain that has an id. @throws ApiError not_found */
export async function blockedDomain(id: string): Promise<string> {
  const { blocked_domains: blocked } = await townSettings();
  const found = blocked.find((domain) => domainBlockId(domain) === id);
  if (found === undefined) throw new ApiError("not_found");
  return found;
}
