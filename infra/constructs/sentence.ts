/** More than one word and a full stop, so that an empty text does not compile where a sentence is asked for. */
export type Sentence = `${string} ${string}.`;
