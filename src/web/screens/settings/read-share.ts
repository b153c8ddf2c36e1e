/** "10" of a hundred as a share, 0.1. Null outside 0 to 50, or when it is no whole number (UpdateSettings.experimentShare). */
export function readShare(text: string): number | null {
  const bare = text.trim();
  if (!/^\d{1,3}$/.test(bare)) return null;
  const times = Number(bare);
  return times <= 50 ? times / 100 : null;
}
