import { subject } from "@/local/town/subject";

export const bees = subject(
  { hours: [8, 20] },
  `
  Inspected the hives. They inspected me back. 🐝
  A swarm in the plum tree on {street}. Stay calm, they are only house-hunting. So were we at that age.
  {Many} jars of honey from one very bad-tempered hive. Temper is a flavour, it turns out.
  The bees have found {neighbour}'s lavender and will not be home for supper.
  Please do not spray the ivy on {street}. It is the last restaurant open.
  One sting per season is the fee. I have paid [two|three] in advance.
  Smoker lit, veil on, still somehow a bee in my [sleeve|tea|hat].
  The school came to see the hives. Best question: do they know they are working?
  Honey for sale at {place}, honesty box, bring your own jar. The box is honest, the lid is stiff.
  I told the bees about {neighbour}'s new baby. You have to tell the bees.
  Solitary bees in every hole of the old gatepost by {place}. Nobody is to fix that post.
  Heather honey this year, dark as a library.
  A drowsy bumblebee on the doorstep. Sugar water, a spoon, four minutes, gone. Good day's work.
  The queen has been marked with a [blue|white|yellow] dot and carries it like a medal.
  Beekeepers' meeting: {count} beekeepers, {many} opinions, one cake.
  Lost a hive over the winter. I left it standing a while. Some things you do not tidy at once.
  Built a bee hotel from {neighbour}'s old canes. First guest after [two hours|one day|ten minutes].
  You can hear it through the wood if you put your ear to the hive. It sounds like a town.
  They are bringing in pollen the colour of [marigolds|brick|school chalk], and I cannot find from where.
  New neighbour asked if the bees are friendly. I said they are busy.
  Sowed clover along {street} verge. Council says lawn. The bees say clover.
  (warm) Too windy for them today. They sat on the landing board, complaining like a bus queue.
  (warm) The lime trees by {place} are humming from top to bottom. Stand under one.
  (cold) Snow on the lids, warm hum inside. They are in there telling each other about June.
  (cold) Fed the bees fondant and ate the spoon.
`,
);
