/** What happens to a batch of rows, in three steps. All of it is sent on one connection, which carries it out in the order of sending. */
export type Steps<Batch, Asked, Made> = {
  /** Asks the database what the batch needs to know. `before`: the batch before this one, whose rows are not sent yet. */
  ask(batch: Batch, before: Made | null): Promise<Asked>;
  /** Makes its rows. */
  make(batch: Batch, asked: Asked): Promise<Made>;
  /** Sends its rows. */
  send(made: Made): Promise<unknown>;
};

/** So many batches may wait at the database: enough that it never waits for us, and no more in memory. */
const mostSent = 2;

/**
 * Keeps the database writing while the next batches are read: the question of a batch is sent before the rows of the batch before it, so
 * that its answer is there when those are being written. Of an import of 100,000 the database stood still a third of the time without.
 */
export function writeBehind<Batch, Asked, Made>({ ask, make, send }: Steps<Batch, Asked, Made>) {
  let asking: { batch: Batch; asked: Promise<Asked> } | null = null;
  const sent: Promise<unknown>[] = [];
  // A promise that fails while nobody waits for it yet is thrown where it is waited for.
  const later = <T>(promise: Promise<T>): Promise<T> => {
    promise.catch(() => undefined);
    return promise;
  };
  const sendOne = async (made: Made): Promise<void> => {
    while (sent.length >= mostSent) await sent.shift();
    sent.push(later(send(made)));
  };
  const makeAsked = async (): Promise<Made | null> => asking && make(asking.batch, await asking.asked);
  return {
    async push(batch: Batch): Promise<void> {
      const made = await makeAsked();
      asking = { batch, asked: later(ask(batch, made)) };
      if (made !== null) await sendOne(made);
    },
    async end(): Promise<void> {
      const made = await makeAsked();
      asking = null;
      if (made !== null) await sendOne(made);
      await Promise.all(sent);
    },
  };
}
