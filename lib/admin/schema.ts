import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { Account, CredentialAccount } from "@/lib/people/schema";
import { ReportCategory } from "@/lib/reports/schema";

/** A person as staff see them: Mastodon `Admin::Account`. Barker stores no addresses of the network. */
export const AdminAccount = z
  .object({
    id: z.string(),
    username: z.string(),
    domain: z.null(),
    created_at: z.string(),
    /** Blank without the right to manage people, and for those who have none. */
    email: z.string(),
    ip: z.null(),
    ips: z.array(z.never()),
    locale: z.string(),
    /** Why they want to join, as long as their request waits. */
    invite_request: z.string().nullable(),
    role: CredentialAccount.shape.role,
    confirmed: z.boolean(),
    approved: z.boolean(),
    disabled: z.boolean(),
    silenced: z.boolean(),
    suspended: z.boolean(),
    sensitized: z.boolean(),
    account: Account,
  })
  .meta({ id: "AdminAccount" });
export type AdminAccount = z.infer<typeof AdminAccount>;

const Rule = z.object({ id: z.string(), text: z.string(), hint: z.string() });

/** A report as staff see it: Mastodon `Admin::Report`. The reporter is null when they deleted their account. */
export const AdminReport = z
  .object({
    id: z.string(),
    action_taken: z.boolean(),
    action_taken_at: z.string().nullable(),
    category: ReportCategory,
    comment: z.string(),
    forwarded: z.boolean(),
    created_at: z.string(),
    updated_at: z.string(),
    account: AdminAccount.nullable(),
    target_account: AdminAccount.nullable(),
    assigned_account: AdminAccount.nullable(),
    action_taken_by_account: AdminAccount.nullable(),
    statuses: z.array(Status),
    rules: z.array(Rule),
  })
  .meta({ id: "AdminReport" });
export type AdminReport = z.infer<typeof AdminReport>;

/** A day of the history of a block, in which everything is a string: `day` is when it begins, in Unix seconds. */
const RefusalDay = z.object({ day: z.string(), accounts: z.string(), uses: z.string() });

/** An e-mail domain with whose addresses nobody can join: Mastodon `Admin::EmailDomainBlock`. */
export const AdminEmailDomainBlock = z
  .object({ id: z.string(), domain: z.string(), created_at: z.string(), history: z.array(RefusalDay) })
  .meta({ id: "AdminEmailDomainBlock" });
export type AdminEmailDomainBlock = z.infer<typeof AdminEmailDomainBlock>;

/** Which people a list of staff has. Texts are parts of handle, name or e-mail address in lower case; "" for all. */
export interface PeopleChoice {
  status: "all" | "active" | "disabled" | "silenced" | "suspended" | "sensitized" | "pending" | "nobody";
  handle: string;
  name: string;
  email: string;
  /** A part of any of the three. */
  any: string;
  role: "all" | "staff" | "owner" | "moderator";
}
