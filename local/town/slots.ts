/** Values for `{slots}` in lines; each fits every place where its slot is used. */
const words = (text: string): readonly string[] => text.split(",").map((word) => word.trim());

export const SLOTS = {
  weekday: words("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"),
  few: words("two, three, four"),
  count: words("three, four, five, six, seven, eight, nine, ten, eleven, twelve"),
  many: words(
    "fourteen, sixteen, seventeen, nineteen, twenty-two, twenty-four, twenty-eight, thirty-one, thirty-six, forty, forty-three",
  ),
  hour: words(
    "two, three, half past three, four, half past four, five, six, half past six, ten to seven, seven, half past seven, eight, quarter past eight, nine, half past nine, ten",
  ),
  place:
    words(`the mill pond, the library steps, the square, the old bandstand, the station bridge, the lock, the town hall, the boathouse, the ferry landing,
    the weir, the market hall, the clock tower, the footbridge, the corner bakery, the tannery yard, the duck steps, the observatory field,
    the covered market, the old hall, the chapel wall, the fountain, the rec ground, the ironmonger's, the horse trough`),
  bank: words(`the mill pond, the weir, the lock, the footbridge, the boathouse, the ferry landing, the duck steps, the station bridge, the willow bend,
    the mill race, the lower pond, the stepping stones, the second bend, the old wharf, the reed beds`),
  inn: words(`the corner bakery, the boathouse, the old hall, the station buffet, the Lantern, the Two Herons, the Copper Kettle, the Ferry Inn,
    the library café, the mill shop, the Missing Scarecrow, the Quiet Goose`),
  street:
    words(`Mill Lane, Chandler Street, Orchard Row, Lantern Street, Barley Close, Copper Hill, Weir Lane, Saddler Street, Quince Lane, Foundry Road,
    Larch Road, Station Road, Ferry Lane, Thimble Lane, Cooper's Row, Goose Green, Tallow Street, Rookery Lane, Bellows Street, Almond Terrace`),
  pet: words(`Biscuit, Pickle, Admiral, Nettle, Tuppence, Otto, Waffle, Captain, Dumpling, Sprout, Mabel, Ranger, Crumpet, Duchess, Pudding, Marmalade, Professor,
    Button, Sergeant, Parsley, Toast, Bobbin, Mustard, Figaro, Olga, Kipper, Hector, Noodle`),
  veg: words(
    "leeks, beetroots, runner beans, parsnips, squashes, onions, radishes, broad beans, carrots, potatoes, turnips, artichokes, courgettes, cabbages, sprouts",
  ),
  fruit: words(
    "plums, damsons, quinces, pears, apples, gooseberries, blackcurrants, cherries, blackberries, figs, greengages, medlars, redcurrants, apricots",
  ),
  soup: words(
    "leek and potato, lentil, barley, tomato, parsnip, pea and mint, mushroom, onion, squash, beetroot, carrot, nettle, celeriac",
  ),
  bake: words(
    "rye loaf, seed loaf, sourdough, barley loaf, poppy plait, cob, bloomer, walnut loaf, soda loaf, milk loaf, potato loaf, olive loaf, plum loaf",
  ),
  abird:
    words(`a wren, a kingfisher, a jay, a bullfinch, a tawny owl, a green woodpecker, a cuckoo, a heron, a nightingale, a goldcrest, a treecreeper,
    a woodcock, a song thrush, a hoopoe, a redstart, a lapwing, a barn owl, a siskin`),
} as const;

export type Slot = keyof typeof SLOTS;

export const isSlot = (name: string): name is Slot => Object.hasOwn(SLOTS, name);
