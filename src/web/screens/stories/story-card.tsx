import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Story } from '#contract/story';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { aboutOf, nameOf, pageOf } from '../opportunity/who-is.ts';
import './story-card.css';

/** One sale and the road to it: its number and days, the pause that one went on after, every contact on the way. */
export function StoryCard({ story }: { story: Story }) {
  const { t } = useTranslation(['stories', 'words']);
  const format = useFormat();
  const { opportunity, number, days, pause } = story;
  const name = nameOf(opportunity);
  const before = number === null ? 0 : number - story.moments.length;
  const how = [
    number === null ? t('stories:soldBare') : t('stories:sold', { number }),
    days !== null && (days === 0 ? t('stories:sameDay') : t('stories:after', { count: days })),
    opportunity.conversations > 0 && t('stories:withTalks', { count: opportunity.conversations }),
  ];
  return (
    <article className="story card" aria-label={name}>
      <header className="story__head">
        <div>
          <h3 className="story__name">
            <Link href={pageOf(opportunity)}>{name}</Link>
          </h3>
          <p className="muted">{aboutOf(opportunity)}</p>
        </div>
        <p className="story__worth number">
          {opportunity.value !== null && <strong>{format.money(opportunity.value)}</strong>}
          {opportunity.endedOn && <span className="muted small">{format.day(opportunity.endedOn)}</span>}
        </p>
      </header>
      <p className="story__how">
        {`${how.filter(Boolean).join(', ')}.`}
        {number === null && <span className="muted"> {t('stories:unknownNumber')}</span>}
      </p>
      {number !== null && <Trail held={number} size="large" />}
      {pause && <p>{t('stories:pause', { count: pause.days, after: pause.after })}</p>}
      {story.revived > 0 && <p>{t('stories:revived', { count: story.revived })}</p>}
      {opportunity.keen && (
        <p>
          <span className="muted small story__label">{t('stories:keen')}</span>
          {opportunity.keen}
        </p>
      )}
      {story.moments.length > 1 && (
        <details className="story__road">
          <summary>{t('stories:road')}</summary>
          <ol className="number">
            {before > 0 && <li className="muted">{t('stories:roadBefore', { count: before })}</li>}
            {story.moments.map((moment) => (
              <li key={moment.number}>
                <span className="story__number">{moment.number}</span>
                <span>{t(`words:outcome.${moment.outcome}`)}</span>
                <span className="muted small">
                  {t(`words:channel.${moment.channel}`)} · {format.shortDay(moment.on)}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  );
}
