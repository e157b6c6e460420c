import type { Status } from "@/lib/barks/schema";
import type { ThreadContext } from "@/lib/threads/schema";

type Gap = ThreadContext["gaps"][number];

/** A bark of a conversation, or the placeholder of a missing one, with its replies. */
interface Node {
  id: string;
  parentId: string | null;
  status: Status | null;
  reason: Gap["reason"] | null;
  children: Node[];
}

interface Place {
  key: string;
  /** Its indentation: 0 to 2. */
  depth: number;
  /** Whether a line connects it to the row above, and to the one below. */
  up: boolean;
  down: boolean;
}

/** A row of a thread: a bark, a placeholder of missing ones, or a button for more replies. */
export type ThreadRow = Place &
  (
    | { kind: "bark"; status: Status; /** It does not stand under what it answers. */ apart: boolean }
    | { kind: "absent"; reason: Gap["reason"]; count: number }
    | { kind: "more"; of: string; count: number }
  );

/** With more indentation, a phone has no room for the text. */
const MAX_INDENT = 2;
/** How many replies to a reply are shown at once, and how many levels. */
const SIBLINGS = 3;
const LEVELS = 3;

/** The barks above a bark, from the first one of the conversation down; several missing ones are one row. */
export function ancestorRows(context: ThreadContext, mainId: string): ThreadRow[] {
  const gaps = context.gaps.filter(({ id }) => id < mainId);
  const nodes = [...context.ancestors.map(toNode), ...gaps.map(toGap)].toSorted(byTime);
  const rows: ThreadRow[] = [];
  for (const { id, status, reason } of nodes) {
    const last = rows.at(-1);
    if (reason && last?.kind === "absent" && last.reason === reason) last.count++;
    else rows.push(toRow(id, status, reason, { depth: 0, up: rows.length > 0, down: true }));
  }
  return rows;
}

interface Reading {
  mainId: string;
  /** The bark's author, whose own replies come first. */
  authorId: string;
  /** Replies that were unfolded. */
  opened: ReadonlySet<string>;
  /** The reader's new replies, which come before others. */
  own: ReadonlySet<string>;
}

/** The replies to a bark as rows: the author's own chain, then everybody's, each with its replies. */
export function replyRows(context: ThreadContext, reading: Reading): ThreadRow[] {
  const root = tree(context, reading.mainId);
  sort(root, reading);
  const chain = ownChain(root, reading.authorId);
  const rows = chain.map((node, index) =>
    toRow(node.id, node.status, node.reason, { depth: 0, up: index > 0, down: index < chain.length - 1 }),
  );
  const inChain = new Set(chain);
  for (const branch of root.children) if (!inChain.has(branch)) grow(rows, branch, reading, 0, 0, false, false);
  for (const link of chain) {
    for (const branch of link.children) if (!inChain.has(branch)) grow(rows, branch, reading, 0, 0, false, true);
  }
  return rows;
}

/** Adds a reply and its replies: a single one is connected below it; several are indented. */
function grow(
  rows: ThreadRow[],
  node: Node,
  reading: Reading,
  depth: number,
  level: number,
  up: boolean,
  apart: boolean,
): void {
  const opened = reading.opened.has(node.id);
  const deep = level >= LEVELS && !opened;
  const shown = deep ? [] : node.children.slice(0, opened ? undefined : SIBLINGS);
  const hidden = node.children.filter((child) => !shown.includes(child));
  const straight = node.children.length === 1;
  rows.push(toRow(node.id, node.status, node.reason, { depth, up, down: straight && shown.length === 1 }, apart));
  const inner = straight ? depth : Math.min(MAX_INDENT, depth + 1);
  for (const child of shown)
    grow(rows, child, reading, inner, opened ? 1 : level + 1, straight, !straight && depth === MAX_INDENT);
  const count = hidden.reduce((sum, child) => sum + size(child), 0);
  if (count > 0)
    rows.push({ kind: "more", key: `more-${node.id}`, of: node.id, count, depth: inner, up: false, down: false });
}

function tree({ descendants, gaps }: ThreadContext, mainId: string): Node {
  const nodes = [...descendants.map(toNode), ...gaps.filter(({ id }) => id > mainId).map(toGap)];
  const root: Node = { id: mainId, parentId: null, status: null, reason: null, children: [] };
  const byId = new Map([[mainId, root], ...nodes.map((node) => [node.id, node] as const)]);
  for (const node of nodes) (byId.get(node.parentId ?? mainId) ?? root).children.push(node);
  prune(root);
  return root;
}

/** A missing reply without replies is not shown. */
function prune(node: Node): void {
  node.children.forEach(prune);
  node.children = node.children.filter((child) => child.status !== null || child.children.length > 0);
}

function sort(node: Node, reading: Reading): void {
  const rank = (child: Node) => {
    if (child.status?.account.id === reading.authorId) return 0;
    return reading.own.has(child.id) ? 1 : 2;
  };
  node.children.sort((a, b) => rank(a) - rank(b) || byTime(a, b));
  for (const child of node.children) sort(child, reading);
}

/** The chain in which an author answers themselves. */
function ownChain(root: Node, authorId: string): Node[] {
  const chain: Node[] = [];
  const next = (node: Node) => node.children.find(({ status }) => status?.account.id === authorId);
  for (let node = next(root); node; node = next(node)) chain.push(node);
  return chain;
}

const size = (node: Node): number => node.children.reduce((sum, child) => sum + size(child), node.status ? 1 : 0);

const byTime = (a: Node, b: Node) => (a.id < b.id ? -1 : 1);

function toNode(status: Status): Node {
  return { id: status.id, parentId: status.in_reply_to_id, status, reason: null, children: [] };
}

function toGap({ id, in_reply_to_id: parentId, reason }: Gap): Node {
  return { id, parentId, status: null, reason, children: [] };
}

function toRow(
  id: string,
  status: Status | null,
  reason: Gap["reason"] | null,
  place: Omit<Place, "key">,
  apart = false,
): ThreadRow {
  if (status) return { kind: "bark", key: id, status, apart, ...place };
  return { kind: "absent", key: id, reason: reason ?? "hidden", count: 1, ...place };
}
