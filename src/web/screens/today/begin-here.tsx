import { useTranslation } from 'react-i18next';
import { ClipboardPaste, FolderInput, MessageCircleHeart, Sprout } from 'lucide-react';
import { Link } from 'wouter';
import { useSheets } from '../shell/sheets.tsx';

/** Nothing in this workspace yet: three ways to begin, the quickest first, and one to try it. */
export function BeginHere() {
  const { t } = useTranslation('today');
  const sheets = useSheets();
  return (
    <section className="begin" aria-labelledby="begin">
      <h2 id="begin">{t('emptyTitle')}</h2>
      <p className="muted">{t('emptyBody')}</p>
      <button type="button" className="begin__choice" onClick={() => sheets.open({ kind: 'add', tab: 'paste' })}>
        <ClipboardPaste size={26} aria-hidden="true" />
        <strong>{t('emptyPaste')}</strong>
        <span>{t('emptyPasteBody')}</span>
      </button>
      <button type="button" className="begin__choice" onClick={() => sheets.open({ kind: 'add', tab: 'spoke' })}>
        <MessageCircleHeart size={26} aria-hidden="true" />
        <strong>{t('emptySpoke')}</strong>
        <span>{t('emptySpokeBody')}</span>
      </button>
      <Link href="/import" className="begin__choice">
        <FolderInput size={26} aria-hidden="true" />
        <strong>{t('emptyList')}</strong>
        <span>{t('emptyListBody')}</span>
      </Link>
      <Link href="/practice" className="begin__choice">
        <Sprout size={26} aria-hidden="true" />
        <strong>{t('emptyPractice')}</strong>
        <span>{t('emptyPracticeBody')}</span>
      </Link>
    </section>
  );
}
