import { openCsv } from './csv/open-csv.ts';
import { sizeOf, type FileSource } from './file-source.ts';
import { mostFileBytes } from './limits.ts';
import { sniffKind } from './sniff-kind.ts';
import { refused, type FileRefusal, type TableFile } from './table-file.ts';
import { openVcard } from './vcard/open-vcard.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

export type OpenOptions = {
  /** Of a workbook; without it the first visible sheet that has anything in it. */
  readonly sheet?: string;
};

/**
 * Opens what somebody brings: a CSV or text with any usual delimiter and encoding, an Excel workbook, vCards, or pasted text.
 * A file that cannot be read is refused with the reason; an exception is a fault of the disk or of ours.
 */
export async function openTable(source: FileSource, options: OpenOptions = {}): Promise<TableFile | FileRefusal> {
  if ((await sizeOf(source)) > mostFileBytes) return refused('file_too_large');
  const sniffed = await sniffKind(source);
  if (sniffed.kind === 'refused') return refused(sniffed.code);
  if (sniffed.kind === 'xlsx') return openXlsx(source, options.sheet);
  if (sniffed.kind === 'vcard') return openVcard(source);
  return openCsv(source, 'text' in source ? 'paste' : 'csv');
}
