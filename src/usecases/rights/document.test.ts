import { expect, test } from 'vitest';
import { htmlOf, markdownOf, type PageText } from './document.ts';

const page: PageText = {
  title: 'A & B <c>',
  language: 'en',
  blocks: [
    { kind: 'heading', text: 'One' },
    { kind: 'text', text: 'first line\nsecond [fill in …] "x"' },
    { kind: 'list', items: ['a', '<b>'] },
    { kind: 'table', head: ['k', 'v'], rows: [['p|q', 'two\nlines']] },
  ],
};

test('as HTML everything is text, and what is to be filled in is marked', () => {
  const html = htmlOf(page);
  expect(html).toContain('<title>A &amp; B &lt;c&gt;</title>');
  expect(html).toContain('first line<br>second <mark>[fill in …]</mark> &quot;x&quot;');
  expect(html).toContain('<li>&lt;b&gt;</li>');
  expect(html).not.toMatch(/<script|src=|href=/);
});

test('as Markdown a table stays a table', () => {
  const text = markdownOf(page);
  expect(text).toContain('# A & B <c>\n\n## One');
  expect(text).toContain('| k | v |\n| --- | --- |\n| p\\|q | two lines |');
});
