import { crc32, deflateRawSync } from 'node:zlib';

/** Workbooks made for tests: just enough of the format, so that each oddity can be written on purpose. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly number: number; readonly format: string }
  | { readonly formula: string; readonly saved: string | number | null }
  | { readonly inline: string }
  | { readonly error: string };

export type TestSheet = {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  readonly hidden?: boolean;
};

export type TestWorkbook = { readonly sheets: readonly TestSheet[]; readonly from1904?: boolean };

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook as text, by name. */
export function workbookParts(workbook: TestWorkbook): Map<string, string> {
  const strings = new Map<string, number>();
  const formats = new Map<string, number>();
  const sheets = workbook.sheets.map((sheet) => sheetXml(sheet, strings, formats));
  const ids = workbook.sheets.map((_, index) => index + 1);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const parts = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(ids)],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="${packaged}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${workbook.from1904 ? ' date1904="1"' : ''}/><sheets>${workbook.sheets
        .map(
          (sheet, index) =>
            `<sheet name="${escaped(sheet.name)}" sheetId="${index + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xml}<Relationships xmlns="${packaged}/relationships">${ids.map((id) => relation(`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`)).join('')}${relation('rId901', 'sharedStrings', 'sharedStrings.xml')}${relation('rId902', 'styles', 'styles.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', stylesXml(formats)],
    [
      'xl/sharedStrings.xml',
      `${xml}<sst xmlns="${main}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ],
  ]);
  for (const [index, sheet] of sheets.entries()) parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheet);
  return parts;
}

function partType(part: string, kind: string): string {
  const type = `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  return `<Override PartName="/xl/${part}.xml" ContentType="${type}"/>`;
}

function contentTypes(ids: readonly number[]): string {
  const sheets = ids.map((id) => partType(`worksheets/sheet${id}`, 'worksheet')).join('');
  const basics =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return `${xml}<Types xmlns="${packaged}/content-types">${basics}${partType('workbook', 'sheet.main')}${sheets}${partType('sharedStrings', 'sharedStrings')}${partType('styles', 'styles')}</Types>`;
}

function stylesXml(formats: ReadonlyMap<string, number>): string {
  const codes = [...formats]
    .map(([code, at]) => `<numFmt numFmtId="${163 + at}" formatCode="${escaped(code)}"/>`)
    .join('');
  const styles = [...formats]
    .map(([, at]) => `<xf numFmtId="${163 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
    .join('');
  const frame =
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>';
  // The first list of styles is not the one that cells refer to.
  const named = '<cellStyleXfs count="1"><xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
  return `${xml}<styleSheet xmlns="${main}"><numFmts count="${formats.size}">${codes}</numFmts>${frame}${named}<cellXfs count="${formats.size + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${styles}</cellXfs></styleSheet>`;
}

function sheetXml(sheet: TestSheet, strings: Map<string, number>, formats: Map<string, number>): string {
  const rows = sheet.rows.map((cells, row) => {
    const inside = cells
      .map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, strings, formats))
      .join('');
    return inside === '' ? '' : `<row r="${row + 1}">${inside}</row>`;
  });
  return `${xml}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: TestCell, at: string, strings: Map<string, number>, formats: Map<string, number>): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${numberOf(cell, strings, 0)}</v></c>`;
  if ('number' in cell) return `<c r="${at}" s="${numberOf(cell.format, formats, 1)}"><v>${cell.number}</v></c>`;
  if ('inline' in cell) return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${escaped(cell.error)}</v></c>`;
  const saved = cell.saved === null ? '' : `<v>${escaped(String(cell.saved))}</v>`;
  return `<c r="${at}"${typeof cell.saved === 'string' ? ' t="str"' : ''}><f>${escaped(cell.formula)}</f>${saved}</c>`;
}

function numberOf(text: string, table: Map<string, number>, from: number): number {
  const known = table.get(text);
  if (known !== undefined) return known;
  const number = table.size + from;
  table.set(text, number);
  return number;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function workbookBytes(workbook: TestWorkbook): Buffer {
  return zipOf(workbookParts(workbook));
}

/** A zip; `claims` writes a size into it that is not the true one, as a bomb would. */
export function zipOf(
  parts: ReadonlyMap<string, string | Buffer>,
  claims: ReadonlyMap<string, number> = new Map(),
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name, 'utf8');
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(0x0800, 2);
    sizes.writeUInt16LE(8, 4);
    // 1 January 2025, so that the same workbook gives the same bytes.
    sizes.writeUInt16LE(0x5a21, 8);
    sizes.writeUInt32LE(crc32(bytes), 10);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(claims.get(name) ?? bytes.length, 18);
    sizes.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), sizes, nameBytes, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), sizes, tail, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
