import { z } from "zod";
import { RETENTION_DAYS, SETTINGS_LIMITS as LIMITS, TOWN_RULES } from "@/lib/settings/rules";
import { IdText } from "@/lib/text/fields";

/** How people come in: by themselves, after a request that is approved, by invitation only, or not at all. */
export const RegistrationMode = z.enum(["open", "request", "invitation", "closed"]);
export type RegistrationMode = z.infer<typeof RegistrationMode>;

/** A rule of the town, with an explanation. Reports name rules by id, so an id is never used again. */
const TownRule = z.object({ id: IdText, text: z.string().max(LIMITS.rule), hint: z.string().max(LIMITS.hint) });
export type TownRule = z.infer<typeof TownRule>;

const Line = (most: number) => z.string().trim().max(most);
const Page = z.string().max(LIMITS.page);
/** The domain of an e-mail address in its ASCII form, which stands for its subdomains too. */
export const EmailDomain = z
  .string()
  .max(253)
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a domain such as example.org");
const Domains = z.array(EmailDomain).max(LIMITS.domains);
/** Words, phrases and domains that barks are looked through for. */
const Words = z.array(Line(LIMITS.word)).max(LIMITS.words, `at most ${LIMITS.words}`);
const Days = ({ min, max }: { min: number; max: number }) =>
  z.number().int().min(min, `at least ${min} days`).max(max, `at most ${max} days`);
const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, "must be a language such as en");

/**
 * What its operators decided about this town. An empty text stands for what Barker says by itself. The environment gives
 * some of the defaults (`reads`).
 */
export const TownSettings = z
  .object({
    name: Line(LIMITS.name).default(""),
    /** One or two sentences. */
    description: Line(LIMITS.description).default(""),
    contact_email: z.union([z.literal(""), z.email().max(320)]).default(""),
    contact_handle: Line(40).default(""),
    languages: z.array(Language).min(1).max(LIMITS.languages).default(["en"]),
    rules: z
      .array(TownRule)
      .max(LIMITS.rules)
      .default(() => TOWN_RULES.map((rule, index) => ({ id: String(index + 1), ...rule }))),
    registrations: RegistrationMode.default("open"),
    /** What is said where nobody can join by themselves. */
    closed_message: Line(LIMITS.message).default(""),
    /** The minimum length of the reason of a request to join, in characters; 0 demands none. */
    reason_length: z.number().int().min(0).max(LIMITS.reason).default(20),
    /** Who makes invitations. */
    invitations: z.enum(["everybody", "staff"]).default("everybody"),
    /** Whether people who run the town need two factors to use their rights. */
    staff_two_factor: z.boolean().default(true),
    /** With allowed domains, addresses of others are refused. */
    allowed_domains: Domains.default([]),
    blocked_domains: Domains.default([]),
    /** When each of them was blocked (ISO 8601); those that were blocked before this was noted have no time. */
    blocked_domains_at: z.record(z.string(), z.iso.datetime()).default({}),
    /** What no bark may contain or, where it is a domain, lead to. */
    blocked_words: Words.default([]),
    /** What the staff read before everybody can. */
    held_words: Words.default([]),
    /** For how many days somebody who deleted their account can come back. */
    deletion_days: Days(RETENTION_DAYS.deletion).default(7),
    /** After how many days without use browsers and apps are signed out; browsers after 60 in any case. */
    unused_days: Days(RETENTION_DAYS.unused).default(365),
    /** For how many days handled reports are kept, and measures that are over; null: always. */
    report_days: Days(RETENTION_DAYS.records).nullable().default(null),
    measure_days: Days(RETENTION_DAYS.records).nullable().default(null),
    /** Pages in the markup of `lib/text/prose`. */
    about: Page.default(""),
    privacy: Page.default(""),
    terms: Page.default(""),
    /** When these pages were changed (ISO 8601), null while they never were. */
    about_at: z.iso.datetime().nullable().default(null),
    privacy_at: z.iso.datetime().nullable().default(null),
    terms_at: z.iso.datetime().nullable().default(null),
  })
  .meta({ id: "TownSettings" });
export type TownSettings = z.infer<typeof TownSettings>;

/** For how many days a town keeps what. */
export type Retention = Pick<TownSettings, "deletion_days" | "unused_days" | "report_days" | "measure_days">;

const changeable = TownSettings.shape;
const unset = <T extends z.ZodType>(field: z.ZodDefault<T>) => field.unwrap().optional();

/** A change of the settings: what is left out stays. A rule without an id is a new one. */
export const SettingsChange = z.object({
  name: unset(changeable.name),
  description: unset(changeable.description),
  contact_email: unset(changeable.contact_email),
  contact_handle: unset(changeable.contact_handle),
  languages: unset(changeable.languages),
  rules: z
    .array(TownRule.extend({ id: IdText.optional(), text: Line(LIMITS.rule).min(1, "can't be blank") }))
    .max(LIMITS.rules)
    .optional(),
  registrations: unset(changeable.registrations),
  closed_message: unset(changeable.closed_message),
  reason_length: unset(changeable.reason_length),
  invitations: unset(changeable.invitations),
  staff_two_factor: unset(changeable.staff_two_factor),
  allowed_domains: unset(changeable.allowed_domains),
  blocked_domains: unset(changeable.blocked_domains),
  blocked_words: unset(changeable.blocked_words),
  held_words: unset(changeable.held_words),
  deletion_days: unset(changeable.deletion_days),
  unused_days: unset(changeable.unused_days),
  report_days: unset(changeable.report_days),
  measure_days: unset(changeable.measure_days),
  about: unset(changeable.about),
  privacy: unset(changeable.privacy),
  terms: unset(changeable.terms),
});
export type SettingsChange = z.infer<typeof SettingsChange>;
