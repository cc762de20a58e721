/** Three values, everywhere, from the first byte to the last screen: unknown is never no. */
export type Truth = true | false | 'unknown';
