export type ToServer = { kind: 'ahead'; days: number } | { kind: 'memory' } | { kind: 'forgetPeak' } | { kind: 'stop' };

/** Milliseconds. */
export const days = (count: number): number => count * 86_400_000;
