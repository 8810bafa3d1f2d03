/** Sort orders of a search. Equal rows keep the book's order; rows with an unknown value come last. */
export const SORTS = ["book", "price", "name", "checked"] as const;
export type Sort = (typeof SORTS)[number];
