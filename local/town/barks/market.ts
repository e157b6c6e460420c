import { subject } from "@/local/town/subject";

export const market = subject(
  { hours: [7, 16] },
  `
  Market haul: {count} {fruit}, one cabbage the size of a toddler, no regrets.
  The cheese man remembered my name. The cheese man remembers everybody's name. I am still pleased.
  Went to the market for eggs. Came back with a lamp. We have no eggs.
  Best tomatoes of the year are at the third stall from {place}. Go before ten, [bring a box|bring coins|say {neighbour} sent you].
  (morning) Quiet at the market this morning. Even the fish man was whispering.
  The stall by {place} sells {veg} with the soil still on, the way they should be. #marketday
  {Neighbour} haggled for a teapot for [ten|twenty|fifteen] minutes and then tipped the price back. That is style.
  If you lost a [red|green|striped] umbrella at the market, it is hanging from the flower stall being admired.
  Two kinds of people at the market: those with a list and those with {count} kinds of olives.
  The flower stall gives you the broken stems for nothing if you promise them water. 💐
  New stall on {weekday}s: one man, one pan, [potato cakes|flatbread|buckwheat pancakes]. The queue says the rest.
  Asked for half a pound of {fruit}, got a full pound and a story about somebody's knee.
  The scales at the honey stall are older than the town hall and more trusted.
  (weekend) Market report from {place}: {veg} excellent, [strawberries|mushrooms|radishes] gone by nine, gossip plentiful. #marketday
  Whoever bought the last {bake}: I hope you are sharing it with somebody.
  I do not need another basket. I would like that written down somewhere I can see it at the market.
  The man who sells brushes has sold brushes there since [1974|1981|1979] and today he sold me a brush. An honour.
  Market rule, learned the hard way: never buy fish before choir.
  The egg stall has started drawing faces on every twelfth egg. Mine looks like {neighbour}.
  Paid for {count} apples in [shirt buttons|a borrowed coin|compliments] because I left my purse at home. She let me. I will bring it {weekday}.
  Please settle this: is a bargain still a bargain if you carried it up {street}?
  Somebody keeps leaving a [carrot|turnip|sprig of rosemary] on the statue at {place}. Market day tradition, apparently.
  (cold) Hot chestnuts are back by {place}. Gloves off, worries down. 🌰
  (warm) First cherries at the market. The pavement along {street} is already full of stones and no one is sorry.
  Second-hand book stall had a [cookbook|bird guide|song book] with {neighbour}'s name inside. Returned to sender.
`,
);
