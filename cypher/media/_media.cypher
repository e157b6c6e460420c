// A picture `m` of a bark, and by `s` its place among the others: MediaRow.
m { .id, .key, .width, .height, .thumbhash, .blurhash, .description, .focusX, .focusY, order: s.order }
