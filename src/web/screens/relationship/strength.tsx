import { useTranslation } from 'react-i18next';
import type { Relationship } from '#contract/relationship';
import { useFormat } from '../../ui/use-format.ts';

/** Above two thirds it is strong, under one third thin: words for who does not want a figure. */
const strongFrom = 67;
const goodFrom = 34;
const most = { recency: 35, frequency: 25, depth: 20, reciprocity: 20 } as const;

/** How strong a relationship is, in one word; what that comes from one tap further. */
export function Strength({ relationship }: { relationship: Relationship }) {
  const { t } = useTranslation('relationship');
  const format = useFormat();
  const { strength, readFrom } = relationship;
  if (!strength || readFrom.lastOn === null)
    return (
      <section aria-labelledby="strength">
        <h2 id="strength">{t('strength')}</h2>
        <p className="muted">{t('tooLittle', { count: readFrom.conversations })}</p>
      </section>
    );
  const word = strength.total >= strongFrom ? 'strong' : strength.total >= goodFrom ? 'good' : 'thin';
  const points = (part: keyof typeof most) => t('points', { points: strength[part], most: most[part] });
  return (
    <section aria-labelledby="strength" className="strength">
      <h2 id="strength">{t('strength')}</h2>
      <div className="strength__bar" aria-hidden="true">
        <div className="strength__full" style={{ width: `${strength.total}%` }} />
      </div>
      <p className="number">
        {t(`strengthWord.${word}`)} · {t('strengthOf', { total: strength.total })}
      </p>
      <details>
        <summary className="muted small">{t('strengthFrom')}</summary>
        <dl className="small">
          <div>
            <dt>{t('recency', { day: format.day(readFrom.lastOn) })}</dt>
            <dd className="number">{points('recency')}</dd>
          </div>
          <div>
            <dt>{t('frequency', { count: readFrom.lastYear })}</dt>
            <dd className="number">{points('frequency')}</dd>
          </div>
          <div>
            <dt>{t('depth')}</dt>
            <dd className="number">{points('depth')}</dd>
          </div>
          <div>
            <dt>
              {t('theirs', { count: readFrom.theirs })} <span className="muted">{t('theirsAbout')}</span>
            </dt>
            <dd className="number">{points('reciprocity')}</dd>
          </div>
        </dl>
        <p className="muted small strength__formula">{t('formula')}</p>
      </details>
    </section>
  );
}
