/** How much of an office one request may read. */

/** Flags that a summary counts, or that are passed over in search of a free one. */
export const FLAGS_READ_MAX = 20_000;
