import { useTranslation } from 'react-i18next';
import type { Worth } from '#contract/opportunity';

/** When one's own figures say stop: that it is a good choice, and what else there is; or that this one is an experiment. */
export function KindWord({ advice }: { advice: Worth['advice'] }) {
  const { t } = useTranslation('stop');
  if (advice === 'go_on') return null;
  const [title, body] =
    advice === 'stop' ? [t('restTitle'), t('restBody')] : [t('experimentTitle'), t('experimentBody')];
  return (
    <section className="stop__kind" aria-label={title}>
      <h3>{title}</h3>
      <p>{body}</p>
    </section>
  );
}
