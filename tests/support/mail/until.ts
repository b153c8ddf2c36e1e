/** Asks again until there is an answer: of a server that goes its own way. Its patience is the test's. */
export async function until<T>(ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 40));
  }
}
