// Between evaluating React and the app itself: two short tasks instead of a long one, so that a first tap is not kept waiting.
await new Promise((resolve) => setTimeout(resolve));

export const paused = true;
