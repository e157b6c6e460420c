import type { Status } from "@/lib/barks/schema";
import { findList, memberIds } from "@/lib/lists/reads";
import { isShownOnList } from "@/lib/lists/rules";
import type { List } from "@/lib/lists/schema";
import { viewerRelationships } from "@/lib/people/reads";
import type { ViewerRelationship } from "@/lib/people/schema";
import { listVisibility, peopleIn, quotedIn, rebarkedVisibility, type LiveVisibility } from "@/lib/timelines/rules";
import type { Listener } from "@/sidecar/gateway/broadcasts";

/** A list to which somebody listens, which only its owner can. */
interface Room {
  ownerId: string;
  list: List;
  members: Set<string>;
  listeners: Set<Listener>;
}

/** The lists to which somebody listens here, by who is on them: a bark of anybody else costs nothing. */
export class ListRooms {
  readonly #rooms = new Map<string, Room>();
  readonly #byMember = new Map<string, Set<Room>>();

  /** @returns false when it is not the listener's list */
  async join(listener: Listener, listId: string): Promise<boolean> {
    const ownerId = listener.viewerId;
    const [list, members] = await Promise.all([findList(ownerId, listId), memberIds(ownerId, listId)]);
    if (!list) return false;
    const room = this.#rooms.get(listId) ?? { ownerId, list, members: new Set(), listeners: new Set() };
    room.listeners.add(listener);
    this.#rooms.set(listId, room);
    this.#seat(room, list, members);
    return true;
  }

  leave(listener: Listener, listId: string): void {
    const room = this.#rooms.get(listId);
    if (!room?.listeners.delete(listener) || room.listeners.size > 0) return;
    this.#rooms.delete(listId);
    this.#seat(room, room.list, new Set());
  }

  /** Reads a list again that has changed. A deleted one has no members. */
  async reload(listId: string): Promise<void> {
    const room = this.#rooms.get(listId);
    if (!room) return;
    const [list, members] = await Promise.all([findList(room.ownerId, listId), memberIds(room.ownerId, listId)]);
    if (this.#rooms.get(listId) === room) this.#seat(room, list ?? room.list, list ? members : new Set());
  }

  #seat(room: Room, list: List, members: Set<string>): void {
    for (const id of room.members) {
      const rooms = this.#byMember.get(id);
      if (!members.has(id) && rooms?.delete(room) && rooms.size === 0) this.#byMember.delete(id);
    }
    for (const id of members) this.#byMember.set(id, (this.#byMember.get(id) ?? new Set()).add(room));
    room.list = list;
    room.members = members;
  }

  /**
   * Calls `tell` for everybody who listens to a list that shows a bark.
   * @param by its author, and for an edited one those who passed it on
   */
  async forEach(
    by: string[],
    status: Status,
    tell: (listener: Listener, how: LiveVisibility) => Promise<void>,
  ): Promise<void> {
    const quoted = quotedIn(status);
    const people = [...peopleIn(status), ...(quoted ? [quoted.account.id] : [])];
    const told = [...this.#roomsOf(by)].map(async (room) => {
      const passing = by.filter((id) => room.members.has(id));
      const known = await viewerRelationships(room.ownerId, [...people, ...passing]);
      const how = visibilityIn(room, status, passing, known);
      await Promise.all([...room.listeners].map((listener) => tell(listener, how)));
    });
    await Promise.all(told);
  }

  #roomsOf(people: string[]): Set<Room> {
    return new Set(people.flatMap((id) => [...(this.#byMember.get(id) ?? [])]));
  }

  /** Everybody who listens to a list with one of these people. */
  listeners(people: string[]): Listener[] {
    return [...this.#roomsOf(people)].flatMap(({ listeners }) => [...listeners]);
  }

  everybody(): Listener[] {
    return [...this.#rooms.values()].flatMap(({ listeners }) => [...listeners]);
  }
}

/** How a list shows a bark of a member, or an edited one that members passed on. */
function visibilityIn(
  { ownerId, list, members }: Room,
  status: Status,
  passing: string[],
  known: Map<string, ViewerRelationship>,
): LiveVisibility {
  const isFollowed = (id: string) => known.get(id)?.following === true;
  const reader = { ownerId, isMember: (id: string) => members.has(id), isFollowed };
  if (members.has(status.account.id)) {
    return isShownOnList(status, list.replies_policy, reader) ? listVisibility(status, ownerId, known) : "none";
  }
  const wanted = passing.some((id) => known.get(id)?.followingRebarks === true);
  return wanted ? rebarkedVisibility(status, ownerId, known) : "none";
}
