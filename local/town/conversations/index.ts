import { DAYS } from "@/local/town/conversations/days";
import { EVENINGS } from "@/local/town/conversations/evenings";
import { scripts, type Script } from "@/local/town/conversations/script";
import { TODAY } from "@/local/town/conversations/today";
import { WEEKS } from "@/local/town/conversations/weeks";

/** All written conversations, those of today first. */
export const CONVERSATIONS: readonly Script[] = [TODAY, DAYS, WEEKS, EVENINGS].flatMap(scripts);
