import { useTranslation } from 'react-i18next';
import type { ReviveItem } from '../../data/revive.ts';
import { CopyButton } from './copy-button.tsx';
import type { Opening } from './use-opening.ts';

/** What one wrote last, what they were keen on, and a sentence to begin with. */
export function AgainFacts({ item, opening }: { item: ReviveItem; opening: Opening | undefined }) {
  const { t } = useTranslation('revive');
  const { lastWords, keen } = item.opportunity;
  return (
    <dl className="again__facts">
      {lastWords && (
        <div>
          <dt>{t('lastWords')}</dt>
          <dd>{quoted(lastWords)}</dd>
        </div>
      )}
      {keen && keen !== lastWords && (
        <div>
          <dt>{t('keen')}</dt>
          <dd>{keen}</dd>
        </div>
      )}
      {opening && (
        <div>
          <dt>{t('sentence')}</dt>
          <dd className="again__sentence">
            <q>{opening.sentence}</q>
            <CopyButton text={opening.letter} label={t('copy')} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Quotation marks, unless the words have their own. */
function quoted(words: string): string {
  return /["“”„]|(?:^|\s)['‘]/.test(words) ? words : `“${words}”`;
}
