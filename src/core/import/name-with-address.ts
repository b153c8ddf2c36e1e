/**
 * "Anna Bakker (anna@bakker.nl)", as HubSpot names who a deal is associated with, and "Anna Bakker <anna@bakker.nl>" of a mail program.
 * Of several ("…;…") the first. Without an address behind it a name is left as it is.
 */
export function nameWithAddress(text: string): { name: string; email: string | null } {
  const found = /^([^;()<>]*)[(<]([^\s()<>@]+@[^\s()<>@]+)[)>]\s*(?:;.*)?$/s.exec(text);
  return found === null ? { name: text, email: null } : { name: (found[1] ?? '').trim(), email: found[2] ?? null };
}
