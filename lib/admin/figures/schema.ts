import { z } from "zod";
import { periodOf } from "@/lib/admin/figures/rules";
import { many } from "@/lib/text/fields";
import { DAY_MS } from "@/lib/time";

/** A figure of the town in a period, and day by day: Mastodon `Admin::Measure`, in which numbers are strings. */
export const AdminMeasure = z
  .object({
    key: z.string(),
    /** What it counts, where that is not things. */
    unit: z.string().nullable(),
    total: z.string(),
    human_value: z.string().optional(),
    /** The total of as many days directly before; missing for what does not belong to days, and where nobody knows it. */
    previous_total: z.string().optional(),
    /** Empty where it is not known for each day. */
    data: z.array(z.object({ date: z.string(), value: z.string() })),
  })
  .meta({ id: "AdminMeasure" });
export type AdminMeasure = z.infer<typeof AdminMeasure>;

/** For how many days figures are counted at once. */
const MOST_DAYS = 92;

const Time = z
  .string()
  .max(40)
  .transform((text, context) => {
    const at = Date.parse(text);
    if (!Number.isNaN(at)) return at;
    context.addIssue({ code: "custom", message: "must be a date or a time, such as 2026-11-30" });
    return z.NEVER;
  });
/** A topic, whose id is its name, and another server. */
const Topic = z.object({ id: z.string().min(1, "can't be blank").max(300) }).optional();
const Server = z.object({ domain: z.string().min(1, "can't be blank").max(300) }).optional();

/** The body of `POST /api/v1/admin/measures`: which figures, of which days, and of which topics or servers. */
export const FiguresInput = z
  .object({
    keys: many(z.string().max(60), 40),
    start_at: Time,
    end_at: Time,
    tag_accounts: Topic,
    tag_uses: Topic,
    tag_servers: Topic,
    instance_accounts: Server,
    instance_media_attachments: Server,
    instance_reports: Server,
    instance_statuses: Server,
    instance_follows: Server,
    instance_followers: Server,
  })
  .check(({ value: { start_at: start, end_at: end }, issues }) => {
    const fault = (message: string) => issues.push({ code: "custom", message, input: end, path: ["end_at"] });
    if (end < start) fault("must not be before start_at");
    else if (periodOf(start, end).days > MOST_DAYS) fault(`must be at most ${MOST_DAYS} days after start_at`);
    else if (end > Date.now() + DAY_MS) fault("must not be in the future");
  });
export type FiguresInput = z.infer<typeof FiguresInput>;
