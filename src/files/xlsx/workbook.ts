import { parseXml } from './xml-events.ts';
import { numberMeaning, type NumberMeaning } from './number-format.ts';
import type { ZipParts } from './zip-parts.ts';

export type Sheet = { readonly name: string; readonly part: string; readonly hidden: boolean };
export type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  readonly stringsPart: string | null;
  readonly stylesPart: string | null;
};

type Relation = { readonly type: string; readonly target: string };

/** The workbook's sheets in order, and where its strings and styles are; null when the zip holds no workbook. */
export async function readWorkbook(zip: ZipParts): Promise<Workbook | null> {
  const start = zip.has('_rels/.rels') ? [...(await relations(zip, '_rels/.rels', '')).values()] : [];
  const part = start.find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  // A binary workbook (.xlsb) has the same frame around another format.
  if (!zip.has(part) || !part.endsWith('.xml')) return null;
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const related = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const links = zip.has(related) ? await relations(zip, related, folder) : new Map<string, Relation>();
  const sheets: Sheet[] = [];
  let from1904 = false;
  await parseXml(await zip.read(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      const link = name === 'sheet' ? links.get(relationId(attributes)) : undefined;
      if (link === undefined || !link.type.endsWith('/worksheet') || !zip.has(link.target)) return;
      sheets.push({
        name: attributes['name'] ?? '',
        part: link.target,
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      });
    },
  });
  const partOf = (type: string) =>
    [...links.values()].find((link) => link.type.endsWith(type) && zip.has(link.target))?.target ?? null;
  return { sheets, from1904, stringsPart: partOf('/sharedStrings'), stylesPart: partOf('/styles') };
}

/** The prefix of the relation's id is the writer's choice, mostly "r". */
function relationId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
}

async function relations(zip: ZipParts, part: string, folder: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  await parseXml(await zip.read(part), {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      found.set(attributes['Id'] ?? '', {
        type: attributes['Type'] ?? '',
        target: resolved(folder, attributes['Target'] ?? ''),
      });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** What a number means in each cell style, by the style's place in the workbook. */
export async function readMeanings(zip: ZipParts, part: string | null): Promise<NumberMeaning[]> {
  if (part === null) return [];
  const codes = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let inCellStyles = false;
  await parseXml(await zip.read(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        meanings.push(numberMeaning(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return meanings;
}
