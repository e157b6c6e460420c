import { subject } from "@/local/town/subject";

export const kitchen = subject(
  { hours: [7, 22] },
  `
  {Soup} soup, third day. It gets wiser. 🍲
  I have {count} wooden spoons, and I only ever use the burnt one.
  Followed the recipe exactly, apart from the [onions|quantities|order].
  The smoke alarm and I have dinner at the same time.
  Tonight: whatever {neighbour} left on the step, with butter.
  There is a jar at the back of the cupboard from [2016|2011|2018]. It is not labelled. It knows what it is.
  Made {many} dumplings. The first four were practice and the last one was art.
  My mother says a pinch. My mother's hands are twice the size of mine. This explains everything.
  {Neighbour} cooks as if somebody were coming. Somebody always comes.
  Peeled potatoes with my grandfather's knife. It has been sharpened so often that it is nearly a rumour.
  Ran out of salt, knocked next door, came home with salt and half a cake.
  Question for the town: does [beetroot|parsley|nutmeg] belong in {soup} soup? Answer carefully.
  The secret ingredient is that I forgot it on the stove.
  Kitchen radio only gets one station, and it only plays [brass bands|the news in Welsh|waltzes]. The carrots are very even.
  Broke the good bowl. Glued the good bowl. Love the good bowl more.
  Lunch was leftovers on toast, a dish my family calls Yes.
  Someone please take {few} kilos of {veg} off my hands. I cannot look at another one. #swap
  Burnt the rice, saved the pan, lost the evening.
  Invented something with {veg} and an egg. {Neighbour} had seconds, and {neighbour} is honest to a fault.
  The kettle has started to sing in a different key. Should I be worried or should I join in?
  Pancake count: [eleven|fourteen|nine]. One on the light fitting.
  (evening) Dinner for {few} became dinner for nine. Nobody knows how, there was enough.
  (evening) The window is steamed up and somebody has drawn a heart in it. We are none of us admitting to it.
  (cold) Stock on since noon. The whole house smells like being looked after.
  (warm) Too hot to cook. Bread, {fruit}, cheese, feet in a bucket.
`,
);
