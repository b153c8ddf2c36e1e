import { useTranslation } from 'react-i18next';
import dutch from '../../../../docs/figures.nl.md?raw';
import english from '../../../../docs/figures.md?raw';
import { Sheet } from '../../ui/sheet.tsx';
import { readText, type Block, type Piece } from './read-text.ts';
import './figures-sheet.css';

/** About the figures, without formulas: the very text of docs/figures.md, so that the two never differ. */
export function FiguresSheet({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('worth');
  const blocks = readText(i18n.language === 'en' ? english : dutch);
  const title = blocks.find((block) => block.kind === 'title');
  return (
    <Sheet title={title && <Pieces pieces={title.pieces} />} onClose={onClose}>
      {/* Nothing in it to press, so the keyboard must get at it to scroll. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="figures-text" role="region" aria-label={t('figures')} tabIndex={0}>
        {blocks
          .filter((block) => block !== title)
          .map((block, index) => (
            // The text stands still: its place is what it is.
            // oxlint-disable-next-line react/no-array-index-key
            <Part key={index} block={block} />
          ))}
      </div>
    </Sheet>
  );
}

function Part({ block }: { block: Block }) {
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((pieces) => (
          <li key={pieces.map((piece) => piece.text).join('')}>
            <Pieces pieces={pieces} />
          </li>
        ))}
      </ul>
    );
  if (block.kind === 'paragraph')
    return (
      <p>
        <Pieces pieces={block.pieces} />
      </p>
    );
  return (
    <h3>
      <Pieces pieces={block.pieces} />
    </h3>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ look, text }) =>
    look === 'strong' ? <strong key={text}>{text}</strong> : look === 'em' ? <em key={text}>{text}</em> : text,
  );
}
