import { plural } from "@/app/_words/plural";
import { shared } from "@/app/_words/shared";

/** The sentences of a bark's page and of the pages below it. */
export const barkPage = {
  title: "Bark",
  gone: "This bark is gone",
  goneWhy: "Its author deleted it.",
  lookAround: shared.lookAround,

  history: "Edit history",
  historyOf: (name: string) => `Edit history of a bark by ${name}`,
  neverEdited: "This bark was never edited.",
  toFirst: (count: number) =>
    plural(count, {
      one: "# person liked or quoted the first version. Barker told them once.",
      other: "# people liked or quoted the first version. Barker told each of them once.",
    }),
  toEarlier: (count: number) =>
    plural(count, {
      one: "# person liked or quoted an earlier version. Barker told them once.",
      other: "# people liked or quoted earlier versions. Barker told each of them once.",
    }),

  likes: "Likes",
  noLikes: "Nobody has liked this bark yet.",
  rebarks: "Rebarks",
  noRebarks: "Nobody has rebarked this yet.",
  quotes: "Quotes",
  quotesLabel: "Barks that quote this one",
  noQuotesTitle: "No quotes yet",
  noQuotes: "Nobody has quoted this bark yet.",
  reactions: "Reactions",
  reactionWith: (emoji: string, count: number) =>
    `${emoji}, ${plural(count, { one: "# reaction", other: "# reactions" })}`,
  noReactionsTitle: "No reactions yet",
  noReactions: "Nobody has reacted to this bark yet.",
  others: (count: number) => plural(count, { one: "And # other before them.", other: "And # others before them." }),
};
