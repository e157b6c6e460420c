import { z } from "zod";
import type { PeopleChoice } from "@/lib/admin/schema";
import { PageQuery } from "@/lib/http/page";
import { ReportCategory } from "@/lib/reports/schema";
import { EmailDomain } from "@/lib/settings/schema";
import { LONGEST } from "@/lib/strikes/rules";
import { Flag, IdText, many } from "@/lib/text/fields";

const Part = z.string().max(320).trim().toLowerCase().default("");
const flag = Flag.default(false);
const Parts = { username: Part, display_name: Part, email: Part, by_domain: Part, ip: Part };

const STATES = ["pending", "active", "disabled", "silenced", "suspended", "sensitized"] as const;

/** Nobody here is of another server, or has a stored network address. */
const found = (
  { username: handle, display_name: name, email, by_domain, ip }: Record<keyof typeof Parts, string>,
  status: PeopleChoice["status"],
  role: PeopleChoice["role"],
): PeopleChoice => ({ status: by_domain || ip ? "nobody" : status, handle, name, email, any: "", role });

/** The role that ids of roles name; nobody has another one than those of `roleOf`. */
function roleNamed(ids: string[]): PeopleChoice["role"] {
  if (ids.length === 0) return "all";
  if (ids.includes("1") && ids.includes("3")) return "staff";
  return ids.includes("3") ? "owner" : "moderator";
}

/** The filters of `GET /api/v1/admin/accounts`. */
export const AccountsQuery = PageQuery.and(
  z
    .object({
      ...Parts,
      local: flag,
      remote: flag,
      pending: flag,
      staff: flag,
      active: flag,
      disabled: flag,
      silenced: flag,
      suspended: flag,
      sensitized: flag,
    })
    .transform((sent) => {
      const state = STATES.find((name) => sent[name]) ?? "all";
      return { choice: found(sent, sent.remote ? "nobody" : state, sent.staff ? "staff" : "all") };
    }),
);

/** The filters of `GET /api/v2/admin/accounts`. */
export const AccountsQueryV2 = PageQuery.and(
  z
    .object({
      ...Parts,
      origin: z.enum(["local", "remote"]).optional(),
      status: z.enum(["active", "pending", "disabled", "silenced", "suspended"]).optional(),
      permissions: z.enum(["staff"]).optional(),
      role_ids: many(z.enum(["1", "3"]), 20).default([]),
      invited_by: z.string().max(40).optional(),
    })
    .transform((sent) => {
      const isNobody = sent.origin === "remote" || sent.invited_by !== undefined;
      const role = sent.permissions === "staff" && sent.role_ids.length === 0 ? "staff" : roleNamed(sent.role_ids);
      return { choice: found(sent, isNobody ? "nobody" : (sent.status ?? "all"), role) };
    }),
);

/** The body of `POST /api/v1/admin/accounts/:id/action`. */
export const ActionInput = z.object({
  type: z.enum(["none", "sensitive", "disable", "silence", "suspend"]),
  report_id: IdText.optional(),
  warning_preset_id: z.string().max(40).optional(),
  text: z.string().max(LONGEST).trim().default(""),
  send_email_notification: Flag.optional(),
});

/** The filters of `GET /api/v1/admin/reports`. */
export const ReportsQuery = PageQuery.and(
  z.object({
    resolved: Flag.default(false),
    account_id: IdText.optional(),
    target_account_id: IdText.optional(),
  }),
);

/** The body of a change of a report. */
export const ReportChange = z.object({ category: ReportCategory.optional(), rule_ids: many(IdText, 40).optional() });

/** The body of `POST /api/v1/admin/email_domain_blocks`. A domain may have an @ before it, as in the town hall. */
export const EmailDomainBlockInput = z.object({
  domain: z
    .string()
    .max(300)
    .transform((domain) => domain.trim().replace(/^@/, ""))
    .pipe(EmailDomain),
  allow_with_approval: Flag.default(false).refine(
    (wanted) => !wanted,
    "cannot be true: nobody with an address of a blocked domain can ask to join, not even for approval",
  ),
});
