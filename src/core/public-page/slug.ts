/** Of letters, digits and single hyphens, 3 to 40 long: shorter ones are the program's own addresses under /p. */
export function isSlug(text: string): boolean {
  return text.length >= 3 && text.length <= 40 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** A first proposal from a name: "Verbeek Kantoor & Winkel" gives verbeek-kantoor-winkel. */
export function slugFrom(name: string): string {
  const slug = name
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return slug.length >= 3 ? slug : `${slug || 'bedrijf'}-page`.slice(0, 40);
}
