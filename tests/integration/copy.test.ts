import { expect, test } from 'vitest';
import { copyIn, copyLine, copyOut } from '#db/copy';
import { useHouse } from '#tests/support/use-house';
import { withClient } from '#tests/support/clone-database';

const house = useHouse();
const rows = 200_000;

test('a long COPY that is read slowly makes the server wait, and the next statement is answered', async () => {
  await withClient(house().clone.owner, async (client) => {
    let size = 0;
    const sql = `copy (select repeat('x', 49) from generate_series(1, ${rows})) to stdout`;
    for await (const chunk of copyOut(client, sql)) {
      size += chunk.length;
      await new Promise(setImmediate);
    }
    expect(size).toBe(rows * 50);
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

test('what is copied in comes out as it was', async () => {
  const text = 'a\tb\\c\r\n\\.\n"d" 🚢';
  await withClient(house().clone.owner, async (client) => {
    await client.query('create temp table t (id integer, words text)');
    await copyIn(client, 'copy t from stdin', [Buffer.from(copyLine([1, text])), Buffer.from(copyLine([2, null]))]);
    expect((await client.query('select * from t order by id')).rows).toEqual([
      { id: 1, words: text },
      { id: 2, words: null },
    ]);
  });
});
