// A picture `m` of a bark, with its position from `s`: MediaRow.
m { .id, .key, .width, .height, .thumbhash, .blurhash, .moving, .description, .focusX, .focusY, order: s.order }
