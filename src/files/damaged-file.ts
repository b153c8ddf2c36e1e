/** A packed file that breaks while it is read; caught where a row or the opening can say so. */
export class DamagedFile extends Error {
  override name = 'DamagedFile';
}

/**
 * True for what a broken file causes in the libraries that unpack it; false for faults of the disk, which are ours to
 * report.
 */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedFile) return true;
  // Errors of the system carry the call that failed; zlib's and yauzl's do not.
  return (
    error instanceof Error && !('syscall' in error) && !(error instanceof TypeError) && !(error instanceof RangeError)
  );
}
