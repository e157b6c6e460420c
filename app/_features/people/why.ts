import { Hash, Heart, Image, Mail, MessageCircle, Quote, UsersRound, type LucideIcon } from "lucide-react";
import { people as words } from "@/app/_words/people";
import { because } from "@/app/_features/circles/because";
import { short } from "@/app/_ui/count";
import type { Starter } from "@/lib/circles/schema";

/** The reason why somebody is offered to follow: a sign and a few words. */
export function why(reason: Starter["reason"]): { icon: LucideIcon; text: string } {
  switch (reason.kind) {
    case "invited":
      return { icon: Mail, text: words.invited };
    case "known":
      return { icon: UsersRound, text: because(reason.names, reason.count, 2) };
    case "topic":
      return { icon: Hash, text: words.barksAbout(reason.topic) };
    case "liked":
      return { icon: Heart, text: words.likedMost };
    case "pictures":
      return { icon: Image, text: words.showsPictures };
    case "answers":
      return { icon: MessageCircle, text: words.answers };
    case "bio":
      return { icon: Quote, text: reason.words };
    case "followers":
      return { icon: UsersRound, text: words.followers(reason.count, short(reason.count)) };
  }
}
