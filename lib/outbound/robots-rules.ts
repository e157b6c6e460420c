/** Longer rules are not read: no address of ours is as long. */
const RULE_LIMIT = 2_000;
/** How many rules are read of a site for one robot. */
const RULES_LIMIT = 2_000;

interface Rule {
  allow: boolean;
  /** How much of an address it names: of several that match, the longest decides. */
  length: number;
  /** What stands between its wildcards. */
  parts: string[];
  /** Whether an address has to end where the rule ends. */
  whole: boolean;
}

/**
 * What a site's robots.txt (RFC 9309) allows to a robot: the group that is for it, otherwise the one for all.
 * @param robot the robot's name, in lower case
 * @returns whether an address of the site, as its path and query, may be fetched; in time that grows with the length
 * of the address and of the rules, however many wildcards they have
 */
export function robotsRules(text: string, robot: string): (path: string) => boolean {
  const rules = rulesFor(text, robot);
  return (path) => {
    const asked = withUpperEscapes(path);
    let [allowed, length] = [true, 0];
    for (const rule of rules) {
      if (rule.length < length || (rule.length === length && !rule.allow)) continue;
      if (matches(rule, asked)) [allowed, length] = [rule.allow, rule.length];
    }
    return allowed;
  };
}

/** The rules of the groups that name a robot; of those for all robots when none does. */
function rulesFor(text: string, robot: string): Rule[] {
  const [own, others]: [Rule[], Rule[]] = [[], []];
  let [isNamed, isOwn, isOthers, inGroup] = [false, false, false, false];
  for (const line of text.split(/[\r\n]/)) {
    const [, name, said = ""] = /^\s*([a-z-]{1,20})\s*:(.*)$/i.exec(line.split("#", 1)[0] ?? "") ?? [];
    const key = name?.toLowerCase();
    if (key === "user-agent") {
      // The lines that name robots begin a group together.
      if (inGroup) [isOwn, isOthers, inGroup] = [false, false, false];
      const agent = said.split("/", 1)[0]?.trim().toLowerCase();
      if (agent === robot) [isNamed, isOwn] = [true, true];
      if (agent === "*") isOthers = true;
    } else if (key === "allow" || key === "disallow") {
      inGroup = true;
      const rule = said.length <= RULE_LIMIT ? toRule(said.trim(), key === "allow") : null;
      if (rule && isOwn && own.length < RULES_LIMIT) own.push(rule);
      if (rule && isOthers && others.length < RULES_LIMIT) others.push(rule);
    }
  }
  return isNamed ? own : others;
}

/** Null for a rule without a path, which means nothing. */
function toRule(path: string, allow: boolean): Rule | null {
  if (path === "") return null;
  const encoded = withUpperEscapes(withEscapes(path));
  const whole = encoded.endsWith("$");
  const parts = (whole ? encoded.slice(0, -1) : encoded).split(/\*+/);
  return { allow, length: encoded.length, parts, whole };
}

/** With characters other than ASCII as addresses have them. */
function withEscapes(path: string): string {
  return path.replace(/[^\x21-\x7e\p{Cs}]+|["<>`{}|\\^]/gu, encodeURIComponent);
}

function withUpperEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}

/** Finds what stands between the wildcards one after the other, each as early as possible, so nothing is tried twice. */
function matches({ parts, whole }: Rule, path: string): boolean {
  const [first = "", ...rest] = parts;
  if (!path.startsWith(first)) return false;
  const last = whole ? rest.pop() : undefined;
  let from = first.length;
  for (const part of rest) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  if (!whole) return true;
  return last === undefined ? from === path.length : path.length - last.length >= from && path.endsWith(last);
}
