import { subject } from "@/local/town/subject";

export const bread = subject(
  { hours: [5, 15] },
  `
  Oven lit at [four|five], first {bake} out by seven, and {neighbour} at the door by one minute past. #ovenday
  The sourdough has a name, a birthday and more visitors than I do.
  {Bake} out at [seven|eight|nine]. Whoever is by {place} gets the heel. 🍞
  Forgot the salt. {Count} people have said it is interesting.
  It rose. That is the news. It rose.
  If you can smell toast along {street}, that was me, and it is fine now.
  Somebody returned my rye starter after [three|two|four] years abroad. It has an accent.
  Flour on the phone, flour on the cat, flour in the [butter|piano|tax letter].
  A loaf that falls on the floor is still a loaf if only {neighbour} saw it.
  Butter question: before the toast has cooled or after? Wrong answers will be noted.
  The baker on {street} whistles. If he whistles twice the {bake} is ready.
  First {bake} I would show to strangers.
  Gave a loaf to every house that complained about the noise. No more complaints. Mild requests for [seeds|rye|raisins].
  The oven at the old hall holds {many} loaves. Community bake on {weekday}, bring a tin and your surname on a bit of tape. #ovenday
  My grandmother's recipe says bake until done. Thank you, grandmother.
  Fermentation is mostly waiting and a bit of gossip.
  Crust: loud. Crumb: kind. I will take it.
  A seagull took the corner off my {bake} and left, I think, a review.
  Swap offer: one {bake} for [a jar of honey|six eggs|your old bread tins]. By {place} until noon. #swap
  I said I would stop at two buns. Then {neighbour} said there were raisins in the others.
  Proving the dough in the car because it is the warmest room we own.
  (morning) Everybody is asleep except the bakers and one blackbird.
  (morning) Five in the morning, kneading in socks. The whole street is mine.
  (cold) Cold kitchen, slow dough. It will be ready when it is ready, which appears to be {weekday}.
  Today's failure has been renamed flatbread.
`,
);
