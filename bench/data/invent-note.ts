const common =
  'gesproken over de nieuwe prijs met haar collega en volgende week bellen wil eerst nog overleggen daarna offerte sturen goede sfeer koffie gedronken plannen voor voorjaar zoekt iemand die snel kan leveren heeft al eerder gekocht let op factuur adres'.split(
    ' ',
  );
const stems =
  'tuin dak keuken winkel kantoor school bakkerij molen haven schuur kelder zolder gevel vloer raam deur trap muur hek terras garage serre badkamer slaapkamer werkplaats magazijn kas stal loods pand'.split(
    ' ',
  );
const ends =
  'plan oven kast lamp tegel verf hout glas steen licht warmte water stroom slot scherm bank tafel stoel rek vak doos kist bak bord kraan buis pomp ketel filter sensor'.split(
    ' ',
  );

/** A note of a dozen words: common ones, and two of some tens of thousands that are joined as Dutch joins them. */
export function inventNote(n: number): string {
  const of = (list: readonly string[], k: number) => list[Math.abs(k) % list.length] ?? '';
  const words = Array.from({ length: 9 }, (_, i) => of(common, (n * 31 + i * 7) ^ (n >> (i % 5))));
  return [...words, rareWord(n), rareWord(n * 7 + 3)].join(' ');
}

export function rareWord(n: number): string {
  const part = (k: number, list: readonly string[]) => list[k % list.length] ?? '';
  return part(n, stems) + part(Math.floor(n / 30), ends) + part(Math.floor(n / 900), stems);
}
