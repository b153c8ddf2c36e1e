import { expect, test } from 'vitest';
import { html as piece, trusted } from './html.ts';

test('what somebody typed is text, wherever it stands', () => {
  const name = `"><script>alert(1)</script>&'`;
  expect(piece`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;</p>',
  );
});

test('pieces of HTML go in as they are, lists one after the other, and nothing for what is not there', () => {
  const items = ['a', '<b>'].map((item) => piece`<li>${item}</li>`);
  expect(piece`<ul>${items}${null}${false}${0}</ul>${trusted('<hr>')}`.text).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li>0</ul><hr>',
  );
});
