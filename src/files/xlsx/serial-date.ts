const secondsADay = 86_400;
/** 31 December 9999, the last day that Excel knows. */
const lastSerial = 2_958_466;

/**
 * A spreadsheet's day number as text: yyyy-mm-dd, with Thh:mm:ss when the cell shows a time. Days before 1 March 1900 are one
 * off because Excel believes in 29 February 1900; workbooks of old Macs count from 1904. Null: no day.
 */
export function serialDate(serial: number, from1904: boolean, withTime: boolean): string | null {
  const shifted = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!Number.isFinite(shifted) || shifted < 1 || shifted >= lastSerial) return null;
  const seconds = Math.round(shifted * secondsADay);
  const instant = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
  return withTime && seconds % secondsADay !== 0 ? instant.slice(0, 19) : instant.slice(0, 10);
}

/** A clock time or a duration: h:mm, with seconds when there are any. */
export function serialTime(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * secondsADay);
  const rest = seconds % 60;
  const clock = `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`;
  return rest === 0 ? clock : `${clock}:${String(rest).padStart(2, '0')}`;
}
