import { subject } from "@/local/town/subject";

export const library = subject(
  { hours: [9, 20] },
  `
  Somebody played the [accordion|flute|musical saw] on the library steps at noon, and nobody asked them to stop.
  Returned a book that was {count} years late. She looked at me, stamped it and said: was it good?
  Found a [pressed fern|tram ticket|love letter] in chapter nine. I put it back for the next person.
  There is a waiting list of {many} for the book about moss. That is the sort of town this is.
  Story hour: {many} children, one dragon, no survivors among the biscuits.
  The quiet room has a new sign. It is in capital letters, which feels loud.
  Somebody has been correcting the ornithology shelf in pencil. Somebody is right.
  My library card has turned [thirty|twenty|forty]. I took it out for cake.
  A boy at the desk asked for a book about everything. She thought for a bit and gave him one about [bread|ants|rivers].
  If you took the green chair by the window: I understand.
  Reading group has split over the ending. {Neighbour} has gone to sit with poetry.
  Lost property at the library: {few} scarves, a flute, one very good pear.
  I only went in to get out of the rain. That was [four|three] hours and six books ago. 📚
  New in the tool library: a ladder, two drills, and {neighbour}'s advice.
  The librarian can tell what you need by how you hold your bag. It is uncanny and it is always a [novel|walk|sandwich].
  Donated a box of crime novels. Bought back two of them an hour later.
  There is a cat asleep in returns. It has been stamped.
  The seed drawer at the library is full again: {count} kinds of bean and one envelope that only says trust me. #seedswap 🌱
  The large-print westerns are all out. Somebody on {street} is having the week of their life.
  They let me repair the spine of a [bird atlas|school songbook|sea story]. I have rarely been so careful.
  Map room, second drawer, 1911: {street} was an orchard. That explains the apples.
  Overheard in biography: I knew him, and he was shorter.
  Homework club needs somebody who remembers fractions. {Weekday}s at four, biscuits provided.
  (evening) Last one out of the reading room again. The lamps go off one by one, like a polite sunset.
  (cold) The library radiator and I have been together since October. It is serious.
`,
);
