/**
 * Plants and animals after which people are named, by the kind of portrait that fits. What no portrait resembles, such as
 * an ermine or a kestrel, is nobody's name.
 */
export const NAME_WORDS: Readonly<Record<string, string>> = {
  fox: "Vixen, Reynard, Red Fox, Arctic Fox, Russet",
  badger: "Brock, Honey Badger, Brindle",
  hedgehog: "Hedgehog, Urchin, Bristle, Furze, Porcupine",
  squirrel: "Squirrel, Red Squirrel, Drey, Chipmunk, Hickory",
  deer: "Roe, Fallow, Fawn, Doe, Hart, Elk, Muntjac, Roebuck, Antler",
  hare: "Leveret, Rabbit, Mountain Hare, Harriet Hare, Coney",
  mouse: "Mouse, Vole, Shrew, Dormouse, Harvest Mouse, Field Vole, Water Vole, Bank Vole, Wood Mouse, Hamster",
  mole: "Mole, Mowdy, Velvet Mole",
  cat: "Tabby, Lynx, Wildcat, Tortoiseshell, Ocelot",
  dog: "Collie, Whippet, Terrier, Spaniel, Foxhound, Setter, Lurcher, Beagle, Wolf",
  otter: "Sea Otter, River Otter",
  sheep: "Lamb, Ewe, Herdwick, Cheviot, Swaledale, Jacob Lamb",
  bat: "Bat, Pipistrelle, Noctule, Serotine, Horseshoe Bat, Barbastelle",
  bear: "Bear, Bruin, Honey Bear, Brown Bear, Cub",
  owl: "Barn Owl, Tawny Owl, Little Owl, Owlet, Snowy Owl, Eagle Owl",
  wren: "Sparrow, Dunnock, Warbler, Thrush, Song Thrush, Nightingale, Skylark, Lark, Pipit, Treecreeper, Nuthatch, Chiffchaff, Whitethroat, Blackcap, Reed Warbler, House Sparrow, Partridge, Quail, Corncrake, Snipe, Dotterel, Woodlark, Mistle Thrush, Fieldfare",
  finch:
    "Goldfinch, Chaffinch, Greenfinch, Bullfinch, Linnet, Siskin, Redpoll, Crossbill, Serin, Brambling, Twite, Yellowhammer, Waxwing, Wagtail, Bunting, Reed Bunting, Hawfinch, Jay, Goldcrest, Firecrest, Oriole, Bluetit",
  heron: "Egret, Bittern, Stork, Crane, Curlew, Avocet, Godwit, Spoonbill, Ibis, Grey Heron, Whimbrel",
  robin: "Robin, Redstart, Stonechat, Whinchat, Bluethroat, Redbreast, Redwing",
  duck: "Mallard, Teal, Wigeon, Pintail, Eider, Goldeneye, Pochard, Shelduck, Drake, Grebe, Coot, Moorhen, Merganser, Gadwall, Goosander, Dabchick, Swan, Goose, Cygnet",
  crow: "Rook, Jackdaw, Raven, Magpie, Chough, Blackbird, Ouzel, Starling, Dipper, Ring Ouzel",
  swallow: "Swallow, Swift, Martin, House Martin, Sand Martin",
  gull: "Gull, Kittiwake, Fulmar, Gannet, Puffin, Petrel, Guillemot, Razorbill, Plover, Lapwing, Dunlin, Turnstone, Sanderling, Oystercatcher, Stormpetrel, Tern, Arctic Tern",
  moth: "Moth, Hawkmoth, Brimstone, Peacock, Red Admiral, Painted Lady, Comma, Fritillary, Skipper, Meadow Brown, Ringlet, Gatekeeper, Cinnabar, Burnet, Lappet, Swallowtail, Orange Tip, Holly Blue, Chalkhill Blue",
  bee: "Bee, Bumblebee, Carder, Mason Bee, Hoverfly",
  toad: "Frog, Natterjack, Tadpole, Tree Frog, Paddock",
  newt: "Eft, Salamander, Lizard, Gecko, Crested Newt",
  snail: "Whelk, Limpet, Cockle, Winkle, Ramshorn, Nautilus, Scallop, Garden Snail",
  trout:
    "Pike, Perch, Tench, Rudd, Dace, Minnow, Stickleback, Gudgeon, Grayling, Salmon, Carp, Barbel, Chub, Bream, Loach, Herring, Mackerel, Sprat, Brown Trout, Sturgeon",
  ladybird: "Ladybird, Beetle, Stag Beetle, Weevil, Chafer, Cockchafer",
  maple: "Sycamore, Field Maple, Plane, Acer, Tupelo, Norway Maple",
  fern: "Bracken, Lady Fern, Polypody, Spleenwort, Maidenhair, Horsetail, Royal Fern, Hard Fern",
  clover: "Shamrock, Trefoil, Sorrel, Wood Sorrel, Medick, Lucerne, Vetch, Sainfoin, Melilot, Oxalis, White Clover",
  willow: "Willow, Osier, Sallow, Poplar, Aspen, Birch, Silver Birch, White Poplar, Goat Willow, Downy Birch, Catkin",
  oak: "Oak, Elm, Beech, Hornbeam, Alder, Linden, Holm Oak, Copper Beech, Wych Elm, Horse Chestnut, Ash, Whitebeam, Spindle, Evergreen Oak, Red Oak",
  ivy: "Ivy, Bryony, Hop, Bindweed, Vine, Honeysuckle, Clematis, Woodbine, Holly, Mistletoe, Laurel, Bay, Butcher's Broom",
  pine: "Pine, Larch, Spruce, Fir, Cedar, Yew, Cypress, Scots Pine, Sequoia, Douglas Fir, Silver Fir",
  poppy:
    "Corn Poppy, Campion, Red Campion, Ragged Robin, Anemone, Pimpernel, Geranium, Cranesbill, Rose, Dog Rose, Peony, Hibiscus, Mallow, Hollyhock, Camellia, Carnation, Field Rose, Begonia",
  daisy:
    "Daisy, Oxeye, Chamomile, Yarrow, Feverfew, Edelweiss, Aster, Cosmos, Magnolia, Jasmine, Lily, Water Lily, Narcissus, Snowdrop, Hawthorn, Blackthorn, Meadowsweet, Stitchwort, Saxifrage, Myrtle, Sweet Cicely, Gardenia",
  thistle:
    "Thistle, Teasel, Burdock, Knapweed, Sea Holly, Cornflower, Scabious, Heather, Heath, Ling, Clary, Betony, Musk Thistle, Valerian, Globe Thistle",
  tulip: "Tulip, Crocus, Saffron, Amaryllis, Freesia, Lotus, Iris, Dahlia, Gladiolus, Ranunculus, Yellow Flag",
  bluebell:
    "Bluebell, Harebell, Foxglove, Campanula, Lavender, Violet, Dog Violet, Squill, Hyacinth, Columbine, Larkspur, Monkshood, Speedwell, Borage, Comfrey, Gentian, Bugle, Milkwort, Lobelia, Veronica, Rosemary, Sage, Hyssop, Catmint, Periwinkle, Wisteria",
  sunflower:
    "Sunflower, Marigold, Buttercup, Celandine, Kingcup, Tansy, Ragwort, Gorse, Broom, Goldenrod, Coltsfoot, Cowslip, Primrose, Oxlip, Primula, Agrimony, Zinnia, Mimosa, Laburnum, Arnica, Fennel, Corn Marigold, Rudbeckia",
  dandelion:
    "Dandelion, Hawkbit, Salsify, Catsear, Allium, Cow Parsley, Angelica, Lovage, Dill, Parsley, Chervil, Caraway, Coriander, Anise, Elder, Wild Garlic, Cotton Grass, Ramsons",
  juniper: "Sloe, Bilberry, Blueberry, Elderberry, Privet, Damson, Crowberry, Whortle",
  acorn: "Hazel, Cobnut, Filbert, Conker, Almond, Pecan, Chestnut, Walnut, Sweet Chestnut, Pistachio",
  moss: "Lichen, Sphagnum, Liverwort, Peat, Sedge, Rush, Reed, Bulrush, Fescue, Barley, Rye, Millet, Marram, Quaking Grass, Sweetgrass, Timothy Grass, Feather Moss",
  mushroom:
    "Chanterelle, Morel, Bolete, Cep, Puffball, Inkcap, Parasol, Blewit, Truffle, Amanita, Earthstar, Penny Bun, Russula, Wood Blewit",
  bramble:
    "Bramble, Blackberry, Mulberry, Raspberry, Dewberry, Cloudberry, Loganberry, Briar, Gooseberry, Currant, Strawberry, Wild Strawberry, Rowan, Cherry, Wild Cherry, Cranberry, Barberry, Rosehip, Sweet Briar",
  pear: "Pear, Quince, Medlar, Apple, Crab Apple, Plum, Greengage, Bullace, Apricot, Peach, Fig, Olive, Pippin, Bramley, Wild Pear",
};

/** First names that are plants or birds … */
export const FIRST =
  "Hazel, Rowan, Ivy, Willow, Daisy, Rose, Lily, Violet, Heather, Holly, Olive, Laurel, Basil, Sage, Rosemary, Bryony, Flora, Iris, Jasmine, Marigold, Myrtle, Linden, Ash, Aspen, Cedar, Alder, Sorrel, Tansy, Saffron, Robin, Jay, Merle, Martin, Kestrel, Merlin, Briar, Reed, Betony, Angelica, Veronica, Primrose, Dahlia, Camellia, Yarrow, Sylvan, Forrest, Lark, Linnet, Anthea, Erica, Hollis, Perry, Cicely, Laurence, Jonquil, Oriel, Fleur, Rosa, Tilia, Hyacinth";

/** … and family names that are animals or plants. */
export const FAMILY =
  "Wren, Finch, Fox, Badger, Heron, Hare, Otter, Swift, Swallow, Martin, Nightingale, Crane, Drake, Teal, Partridge, Sparrow, Starling, Crow, Rook, Raven, Moth, Newt, Pike, Perch, Salmon, Lamb, Wolf, Bear, Marten, Mole, Vole, Beaver, Birch, Oak, Elm, Thorn, Hawthorn, Bracken, Rush, Moss, Berry, Pear, Plum, Peacock, Gull, Swan, Dove, Plover, Lark, Bunting, Kite, Beetle, Fern, Clover, Thistle, Alder, Larch, Yew, Quince, Bramble";
