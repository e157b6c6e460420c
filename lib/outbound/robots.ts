import { fetchOnce, OutboundError, type SiteVisit } from "@/lib/outbound/request";
import { robotsRules } from "@/lib/outbound/robots-rules";
import { singleton } from "@/lib/singleton";
import { HOUR_MS } from "@/lib/time";

/** The name by which sites address this server in their rules for robots. */
const ROBOT = "barker";
/** How long (ms) a site's rules are remembered, and those of a site that did not answer. */
const KEPT_MS = HOUR_MS;
const KEPT_FAILURE_MS = HOUR_MS / 12;
const MAX_KEPT = 500;
/** The most bytes of rules that are read (RFC 9309, 2.5). */
const RULES_LIMIT = 500 * 1024;
const REDIRECTS = 3;

/** Whether a path with its query may be fetched. */
type Rules = (path: string) => boolean;

const known = singleton("robots", () => new Map<string, { rules: Rules; until: number }>());

/**
 * Whether a site allows this server to fetch an address (RFC 9309). A site without rules allows everything, one whose
 * rules cannot be read because it is unreachable or broken allows nothing.
 */
export async function mayVisit(url: URL, visit: SiteVisit): Promise<boolean> {
  const kept = known().get(url.origin);
  if (kept && kept.until > Date.now()) return kept.rules(url.pathname + url.search);
  const { rules, ms } = await rulesOf(url.origin, visit);
  // The oldest is forgotten first.
  known().delete(url.origin);
  for (const [oldest] of known()) {
    if (known().size < MAX_KEPT) break;
    known().delete(oldest);
  }
  known().set(url.origin, { rules, until: Date.now() + ms });
  return rules(url.pathname + url.search);
}

async function rulesOf(origin: string, visit: SiteVisit): Promise<{ rules: Rules; ms: number }> {
  try {
    let url = new URL("/robots.txt", origin);
    for (let followed = 0; followed <= REDIRECTS; followed++) {
      const answer = await fetchOnce(url, { types: [""], cut: true }, visit);
      if (!(answer instanceof URL)) {
        return { rules: robotsRules(answer.bytes.toString("utf8", 0, RULES_LIMIT), ROBOT), ms: KEPT_MS };
      }
      url = answer;
    }
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (error.reason === "busy") return { rules: () => false, ms: KEPT_FAILURE_MS };
    // Nothing is remembered of a site that may not be asked, or did not answer in the time that was left.
    if (error.reason === "refused" || error.reason === "unreachable") throw error;
  }
  return { rules: () => true, ms: KEPT_MS };
}
