const everyMs = 5000;

/** Says now and then how far a long command is, on standard error. Nothing when it is done within five seconds. */
export function progress(say: (line: string) => void, now: () => number = Date.now): (line: () => string) => void {
  let last = now();
  return (line) => {
    if (now() - last < everyMs) return;
    last = now();
    say(line());
  };
}
