/** How rows of a search are put in order; equals, and what is not known, as the book has them and last. */
export const SORTS = ["book", "price", "name", "checked"] as const;
export type Sort = (typeof SORTS)[number];
