import type { Random } from '#core/persistence/seeded-random';

/** Names for the demo and the bench, as one meets them in the Netherlands. Nobody in particular. */

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

const firstNames = list(`
  Anna, Bram, Carla, Daan, Eva, Fatima, Femke, Gerrit, Hanneke, Henk, Ilse, Ingrid, Jan, Jeroen, Jolanda, Joost, Karin, Kees, Koen, Lars,
  Laura, Lieke, Lotte, Maaike, Marieke, Mark, Martijn, Mehmet, Mirjam, Mohammed, Monique, Niels, Noor, Paul, Peter, Petra, Pieter, Rachid,
  Renske, Rik, Robert, Roos, Ruud, Saskia, Sanne, Sjoerd, Sophie, Stefan, Suzanne, Thijs, Tim, Tom, Wendy, Willem, Wouter, Yasmin, Youssef,
  Jan-Willem, Anne-Marie, Annemarie, Johan, Hans, Theo, Rob, Erik, Frank, Bas, Ruben, Jasper, Dennis, Marco, Esther, Linda, Marjolein,
  Nathalie, Simone, Tessa, Iris, Merel, Fleur, Amber, Britt, Jorrit, Hidde, Sietske, Tjitske, Wietse, Aad, Cor, Dirk, Ger, Huub, Leo, Nico,
  Ria, Toos, Truus, Wim, Zeynep, Aisha, Chantal, Dewi, Giovanni, Indira, Kemal, Li, Murat, Nadia, Omar, Priya, Quirine, René, Çiğdem`);

const particles = list('van, van, van, de, de, de, van de, van der, van der, van den, ter, van het, ten');

const commonNames = list(`
  Jong, Jansen, Vries, Berg, Bakker, Dijk, Visser, Janssen, Smit, Meijer, Boer, Mulder, Groot, Bos, Vos, Peters, Hendriks, Leeuwen, Dekker,
  Brouwer, Wit, Dijkstra, Smits, Graaf, Meer, Linden, Kok, Jacobs, Haan, Vermeulen, Heuvel, Veen, Broek, Bruijn, Schouten, Beek, Heijden,
  Willems, Vliet, Hoekstra, Maas, Verhoeven, Koster, Dam, Wal, Prins, Blom, Huisman, Peeters, Jonge, Kuipers, Veenstra, Post, Kuiper,
  Veldhuis, Wijk, Kramer, Postma, Martens, Sanders, Bosch, Scholten, Gerritsen, Timmermans, Driessen, Yilmaz, El Amrani, Kaya, Singh, Nguyen`);

const stems = list(`
  Ak, Alders, Bak, Berken, Blok, Boom, Bronk, Buiten, Daal, Dok, Eiken, Elder, Engel, Ever, Fok, Geer, Gelder, Groen, Haver, Hazel, Heem,
  Hoek, Holt, Hoog, Hout, Iepen, Kalk, Kamp, Kloos, Klaver, Kool, Kruis, Kuyper, Laar, Lange, Leemans, Linde, Loo, Meul, Molen, Nieuwen,
  Noord, Olden, Oost, Over, Peel, Ploeg, Rietven, Roelofs, Rozen, Schaap, Schip, Slot, Snoek, Spring, Staal, Steen, Sterken, Tichel, Tol,
  Uiter, Veen, Vinken, Vlas, Vloed, Voor, Wagen, Water, Weert, Wester, Wiers, Wilgen, Zand, Zeven, Zomer, Zuider, Zwaan`);

const endings = list(`
  aar, beek, berg, boer, bos, broek, brugge, burg, dael, dam, dijk, donk, enga, gaard, gracht, haar, hagen, hof, horst, huis, huizen, inga,
  kamp, kate, ker, laan, land, ma, maker, man, mans, meer, meijer, mond, ploeg, poort, schot, sen, sloot, sma, stra, steeg, stein, straat,
  sveld, vaart, veld, visser, voort, waard, weg, wijk, zoon, zicht`);

const companyWords = list(`
  Advies, Accountants, Architecten, Automatisering, Bakkerij, Bouw, Communicatie, Consultancy, Dakwerken, Design, Energie, Evenementen,
  Fietsen, Fysiotherapie, Groep, Hoveniers, Installatietechniek, Interieurs, Keukens, Kinderopvang, Logistiek, Machinebouw, Makelaars,
  Marketing, Metaal, Notarissen, Opleidingen, Personeel, Projecten, Reclame, Schilders, Schoonmaak, Software, Staalbouw, Techniek, Timmerwerken,
  Transport, Tuinen, Uitgeverij, Vastgoed, Verhuur, Verpakkingen, Verzekeringen, Webbouw, Zorg, Zuivel`);

const legalForms = list('BV, BV, BV, B.V., VOF, NV, Stichting, ');

function oneOf(random: Random, from: readonly string[]): string {
  return from[Math.floor(random() * from.length)] ?? '';
}

function familyName(random: Random): string {
  const draw = random();
  if (draw < 0.42) return oneOf(random, commonNames);
  const composed = `${oneOf(random, stems)}${oneOf(random, endings)}`;
  // Double names make the long tail that a real list has.
  return draw < 0.9 ? composed : `${oneOf(random, commonNames)}-${composed}`;
}

export type InventedName = { name: string; firstName: string; particle: string | null; lastName: string };

/** Three in ten have a particle, as on a list of Dutch customers. */
export function inventName(random: Random): InventedName {
  const firstName = oneOf(random, firstNames);
  const particle = random() < 0.3 ? oneOf(random, particles) : null;
  const lastName = familyName(random);
  return { name: [firstName, particle, lastName].filter(Boolean).join(' '), firstName, particle, lastName };
}

export function inventCompany(random: Random): string {
  const name = familyName(random);
  const form = oneOf(random, legalForms);
  if (form === 'Stichting') return `Stichting ${name} ${oneOf(random, companyWords)}`;
  const core = random() < 0.3 ? `${name} & ${familyName(random)}` : `${name} ${oneOf(random, companyWords)}`;
  return form === '' ? core : `${core} ${form}`;
}
