import { useEffect, useState } from 'react';
import type { SimulateInput, Simulated } from '#core/persistence/simulate-policies';

/** While a slider moves, nothing is begun that the next step would throw away. */
const settleMilliseconds = 150;

/** `result`: the last that was worked out, null before the first; `busy`: a newer one is on its way. */
export type Simulation = { result: Simulated | null; busy: boolean; failed: boolean };

/** Works the years out beside the page; a new input ends what was running. */
export function useSimulation(input: SimulateInput | null): Simulation {
  const [done, setDone] = useState<{ input: SimulateInput; result: Simulated } | null>(null);
  const [failedOn, setFailedOn] = useState<SimulateInput | null>(null);
  useEffect(() => {
    if (input === null) return;
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<Simulated>) => setDone({ input, result: data }));
      worker.addEventListener('error', () => setFailedOn(input));
      // A worker has no origin to name: the rule means windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(input);
    }, settleMilliseconds);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [input]);
  const failed = input !== null && failedOn === input;
  return { result: done?.result ?? null, busy: input !== null && done?.input !== input && !failed, failed };
}
