export type TableKind = 'csv' | 'xlsx' | 'vcard' | 'paste';

/** Why one row cannot be used; the rest of the file is read, but behind the last three nothing follows. */
export type RowProblem =
  /** More filled cells than there are columns: most likely a delimiter or quotation mark inside the text. */
  | 'too_many_cells'
  /** The row of headers once more, as pasted lists have. */
  | 'headers_again'
  /** A row that adds up the rows above it. */
  | 'totals_row'
  /** A card without name, organisation, address or number. */
  | 'card_empty'
  /** A card of a distribution list, not of a person. */
  | 'card_of_group'
  /** A card that ends without END:VCARD. */
  | 'card_not_closed'
  /** A quotation mark is opened and never closed: the file was cut off, or the mark is a stray one. */
  | 'quote_not_closed'
  | 'record_too_long'
  /** The packed file is broken from here on. */
  | 'file_damaged';

/** The row speaks of nobody, and nothing needs doing: it is told, and counts as no rejected one. */
export function isNobody(problem: RowProblem): boolean {
  return problem === 'headers_again' || problem === 'totals_row';
}

/** `rowNumber` is what a spreadsheet shows, the first row of the file is 1; of a vCard file it is the n-th card. */
export type TableRow =
  | {
      readonly rowNumber: number;
      /** As many as there are headers, more only with `extra`. Always text: a formula in a CSV stays its letters. */
      readonly cells: readonly string[];
      /** So many cells were missing at the end and are filled up empty. */
      readonly missing?: number;
      /** So many filled cells stand right of the last header (spreadsheets only). */
      readonly extra?: number;
    }
  | {
      readonly rowNumber: number;
      readonly problem: RowProblem;
      /** What was read of it. */ readonly found: readonly string[];
    };

export type TableFile = {
  readonly kind: TableKind;
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
  /** Empty text for a column without a header; column letters when the file has no headers at all. */
  readonly headers: readonly string[];
  /** The row of the headers; null when there is none. */
  readonly headerRow: number | null;
  /** The sheet that is read, and the names of all. */
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  /** The rows below the headers, blank ones left out; each call reads from the start. Stop early to close the file. */
  readonly rows: () => AsyncIterable<TableRow>;
};

export type Delimiter = ',' | ';' | '\t' | '|';
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type RefusalCode =
  | 'empty_file'
  | 'file_too_large'
  | 'record_too_long'
  | 'too_many_columns'
  | 'quote_not_closed'
  /** A picture, a PDF, a program: nothing that has rows. */
  | 'not_a_table'
  /** A web page that calls itself .xls, as some programs export. */
  | 'web_page'
  /** Excel before 2007 (.xls). */
  | 'old_excel'
  | 'protected_excel'
  /** OpenDocument, Numbers, binary Excel. */
  | 'other_spreadsheet'
  | 'file_damaged'
  /** It would unpack to more than the limits: a zip bomb, or truly too large. */
  | 'inflates_too_far'
  /** No sheet has anything in it, or the asked one is not there. */
  | 'no_rows';

export type FileRefusal = { readonly kind: 'refused'; readonly code: RefusalCode };

export function refused(code: RefusalCode): FileRefusal {
  return { kind: 'refused', code };
}
