import { subject } from "@/local/town/subject";

export const allotment = subject(
  { hours: [7, 20] },
  `
  Plot {count} has left {veg} on the bench again. Take some, or they will get ideas.
  The scarecrow is missing. The scarecrow's hat is on {neighbour}. I say nothing.
  Tea in the shed for anybody passing {place} with cold hands. Bring a mug, mine have all become flower pots.
  Counted {many} kinds of mint on my plot, and I only ever planted one.
  Dug for an hour and found the fork I lost in [spring|March|2014].
  My {veg} have won third prize out of three. There was a ribbon.
  Somebody's goat visited plot [nine|six|fourteen]. Somebody's goat has taste.
  The committee has met about the hose. The committee will meet again about the hose.
  {Neighbour} grows a marrow every year and names it after the mayor.
  One wheelbarrow of manure offered, one wheelbarrow of gossip included. By the top gate, {weekday}. #swap
  Shed inventory: {count} flower pots, a chair, a radio that only gets cricket, peace.
  Waiting list is at {many}. I joined before my daughter was born. She is tall now.
  The pigeons have eaten the {veg}. The pigeons have also eaten the net.
  Tied up the beans with my good scarf. It was that or lose them.
  Old [Bartholomew|Edmund|Wilf] on plot two says plant when you can sit on the soil bare. He was asked to stop demonstrating.
  A frog has moved into the watering can. I have bought another watering can.
  Rhubarb so big that it has its own weather.
  If you want to know what is happening in this town, weed the path beside the tap.
  New neighbours on plot seven: {few} students, no tools, a lot of hope. Everyone has lent them something.
  Leeks in, back out.
  Brought home {few} carrots, all of them embracing.
  The tap is on again. Form an orderly queue of one, that is, {neighbour}.
  (cold) White over the whole allotment, and one row of kale standing there like a brass band. #firstfrost
  (cold) Parsnips are better after a frost. So is tea. So am I. #firstfrost
  (warm) Strawberries before breakfast, standing up, in a nightshirt. Nobody saw but {neighbour}.
  (warm) Watering rota for the heatwave is on the shed door. {Neighbour}, that is you on {weekday}.
`,
);
