import type { Recipient } from "@/lib/messages/schema";
import { announceEncrypted } from "@/lib/realtime/writes";

/**
 * Tells the devices of people that a conversation has a new envelope. Best effort: what is missed here, devices find in
 * their inbox, which they read whenever they connect.
 */
export function announceEnvelope(
  { conversationId, number }: { conversationId: string; number: number },
  people: Recipient[],
): void {
  announceEncrypted(
    people.map(({ personId }) => personId),
    { conversation_id: conversationId, number },
  );
}
