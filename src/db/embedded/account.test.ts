import { expect, it } from 'vitest';
import { parsePasswordFile } from './account.ts';

it('reads names and numbers from the password file, and skips what is no account', () => {
  const text =
    'root:x:0:0:root:/root:/bin/bash\n+::::::\n# comment\nnobody:x:65534:65534::/nonexistent:/sbin/nologin\n';
  expect(parsePasswordFile(text)).toEqual([
    { name: 'root', uid: 0, gid: 0 },
    { name: 'nobody', uid: 65_534, gid: 65_534 },
  ]);
});
