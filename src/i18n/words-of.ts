/** The same keys as the English words, each any text: `satisfies WordsOf<typeof today>` makes a missing or extra Dutch key fail. */
export type WordsOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : WordsOf<T[K]> };
