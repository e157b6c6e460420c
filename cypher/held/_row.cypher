// A bark `s` of `p` that waits for the staff, as they read it: ReviewRow.
p.id AS authorId, p.handle AS handle,
// include scheduled/_row
