/** Hundreds that once found a fault, each with what it was; kept so that it stays mended. */
export const seedsThatFound: readonly { seed: number; found: string }[] = [];
