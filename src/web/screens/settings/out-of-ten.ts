/** "2,5" of ten people as a chance, 0.25. Null outside 0.1 to 9.9: the contract takes no certainty (UpdateSettings.p). */
export function readOutOfTen(text: string): number | null {
  const bare = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(bare)) return null;
  const share = Number(bare) / 10;
  return share >= 0.01 && share <= 0.99 ? Math.round(share * 10_000) / 10_000 : null;
}
