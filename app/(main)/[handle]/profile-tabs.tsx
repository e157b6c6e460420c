import { Tabs } from "@/app/_ui/tabs";
import { profile as words } from "@/app/_words/profile";
import { paths } from "@/lib/paths";

export type ProfileTab = "barks" | "replies" | "pictures" | "likes";

const TABS: { tab: ProfileTab; word: string; href: (handle: string) => string }[] = [
  { tab: "barks", word: words.barks, href: paths.person },
  { tab: "replies", word: words.replies, href: paths.replies },
  { tab: "pictures", word: words.pictures, href: paths.pictures },
  { tab: "likes", word: words.likes, href: paths.likesOf },
];

/** The lists of a profile, each with its own address. Likes are shown only to people who may see them. */
export function ProfileTabs({ handle, here, likes }: { handle: string; here: ProfileTab; likes: boolean }) {
  const tabs = TABS.filter(({ tab }) => likes || tab !== "likes").map(({ tab, word, href }) => ({
    label: word,
    href: href(handle),
    here: tab === here,
  }));
  const row = "overflow-x-auto border-b border-line";
  return <Tabs label={words.tabs} tabs={tabs} replace scroll={false} className={row} />;
}
