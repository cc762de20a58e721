/** How many seeds it took to catch each planted bug, from seed 1 on; written by hand from `--planted`. */
export const PLANTED_SEEDS: Readonly<Record<string, number>> = {};
