import { scripts, type Script } from "@/local/town/conversations/script";
import { TODAY } from "@/local/town/conversations/today";

/** Every conversation that is written, those of today first. */
export const CONVERSATIONS: readonly Script[] = [TODAY].flatMap(scripts);
