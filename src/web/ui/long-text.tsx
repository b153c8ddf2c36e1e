import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './long-text.css';

/** Longer than this is folded: a whole letter in a note would push everything else off the screen. */
const most = 700;
const shown = 500;

/** A text of somebody's own, folded where it is long; all of it in one tap. */
export function LongText({ text }: { text: string }) {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  if (text.length <= most) return text;
  return (
    <>
      {open ? text : `${text.slice(0, shown).trimEnd()} …`}{' '}
      <button type="button" className="long-text__more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('readLess') : t('readAll')}
      </button>
    </>
  );
}
