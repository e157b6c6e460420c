// A picture `m` of a bark, with its position from `s`: MediaRow.
m { .id, .key, .width, .height, .thumbhash, .blurhash, .description, .focusX, .focusY, order: s.order }
