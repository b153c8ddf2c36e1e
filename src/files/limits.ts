/** A file larger than this is no list of people. 100,000 rows of a CRM are about 25 MB as CSV and 6 MB as XLSX. */
export const mostFileBytes = 256 * 1024 * 1024;

/** One row, one card: a note may be long (the contract's 100,000 letters), a whole file on one line is refused. */
export const longestRecord = 1024 * 1024;

export const mostColumns = 500;

/** What a spreadsheet may unpack to, all parts that are read together. */
export const mostInflatedBytes = 200 * 1024 * 1024;
/** Honest sheets pack 5 to 40 times; a bomb 1,000 times. Below `ratioFromBytes` nothing can hurt. */
export const highestRatio = 200;
export const ratioFromBytes = 10 * 1024 * 1024;
/** Kept in memory while a sheet is read. */
export const mostSharedStrings = 2_000_000;
export const mostSharedLetters = 64 * 1024 * 1024;
/** A workbook has some tens of parts; each listed part costs memory before anything is read. */
export const mostZipEntries = 10_000;

/** So many rows are looked at to find the headers and the width of a table. */
export const previewRows = 60;
