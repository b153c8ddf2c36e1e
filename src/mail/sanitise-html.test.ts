import { expect, test } from 'vitest';
import { hostileBodies } from '#tests/support/mail/hostile-bodies';
import { sanitiseHtml } from './sanitise-html.ts';

test.each(hostileBodies('https://elders.example').map((body) => [body]))(
  'nothing is left to run or to fetch of %s',
  (body) => {
    const { html } = sanitiseHtml(body, []);
    expect(html).not.toMatch(
      /<(?:script|style|iframe|object|embed|link|meta|base|form|svg|math|video|audio|input|template)\b/i,
    );
    expect(html).not.toMatch(/\son\w+\s*=|javascript:|vbscript:|src="(?!data:)|background=|style=|srcset=/i);
  },
);

test('what a message brought along is shown, and what lies elsewhere is counted and left out', () => {
  const logo = { name: 'logo.png', type: 'image/png', contentId: 'logo@x', size: 3, content: Buffer.from('abc') };
  const { html, remoteImages } = sanitiseHtml(
    '<p>Dag <b>Bram</b></p><img src="cid:logo@x" alt="Logo"><img src="https://x.example/a.png"><a href="https://x.example/">x</a>',
    [logo],
  );
  expect(html).toBe(
    '<p>Dag <b>Bram</b></p><img src="data:image/png;base64,YWJj" alt="Logo" /><a href="https://x.example/" rel="noopener noreferrer nofollow" target="_blank">x</a>',
  );
  expect(remoteImages).toBe(1);
});
