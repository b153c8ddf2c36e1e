import { simulatePolicies, type SimulateInput } from '#core/persistence/simulate-policies';

// Some thousand years of selling take a second: here, so that the page goes on answering. A file of its own, as the policy on content asks.
addEventListener('message', ({ data }: MessageEvent<SimulateInput>) => {
  postMessage(simulatePolicies(data));
});
