import { describe, expect, test } from 'vitest';
import dutchPage from '../../../../docs/figures.nl.md?raw';
import englishPage from '../../../../docs/figures.md?raw';
import { readText, type Block } from './read-text.ts';

const textOf = (block: Block) =>
  (block.kind === 'list' ? block.items.flat() : block.pieces).map((piece) => piece.text).join('');

test('reads headings, paragraphs, lists, bold and italics', () => {
  expect(readText('# Een\n\nTwee **drie** vier\nen *vijf*.\n\n- zes\n- **zeven.** acht\n')).toEqual([
    { kind: 'title', pieces: [{ look: 'plain', text: 'Een' }] },
    {
      kind: 'paragraph',
      pieces: [
        { look: 'plain', text: 'Twee ' },
        { look: 'strong', text: 'drie' },
        { look: 'plain', text: ' vier en ' },
        { look: 'em', text: 'vijf' },
        { look: 'plain', text: '.' },
      ],
    },
    {
      kind: 'list',
      items: [
        [{ look: 'plain', text: 'zes' }],
        [
          { look: 'strong', text: 'zeven.' },
          { look: 'plain', text: ' acht' },
        ],
      ],
    },
  ]);
});

describe('the pages about the figures', () => {
  const pages = [dutchPage, englishPage].map(readText);

  test('say the same in both languages, block by block', () => {
    const shape = (blocks: Block[]) =>
      blocks.map((block) => (block.kind === 'list' ? `list of ${block.items.length}` : block.kind));
    expect(shape(pages[0] ?? [])).toEqual(shape(pages[1] ?? []));
  });

  test('leave no mark of Markdown unread, have no formula, and promise nothing to be optimal', () => {
    for (const blocks of pages) {
      for (const text of blocks.map(textOf)) {
        expect(text).not.toMatch(/[*#_`[\]|×Σ=]/);
        expect(text).not.toMatch(/optima|bewezen|proven/i);
      }
    }
  });

  test('call a chance no *kans*', () => {
    const dutch = (pages[0] ?? []).map(textOf).join(' ');
    for (const [found] of dutch.matchAll(/\S+ \S*kans\S*(?: \S+)?/gi))
      expect(found).toMatch(/(afgesloten|de) kansen|een kans zonder|beste kans die/);
  });
});
