import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { publicPageActs } from '../../data/public-page.ts';
import { useAct } from '../../data/use-act.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../settings/section.tsx';
import './public-page.css';

/** From the subscriber's own page: the three names of lesson 1 become opportunities of who is signed in here. */
export function ThreeNamesScreen({ link }: { link: string }) {
  const { t } = useTranslation('publicPage');
  const take = useAct({ run: () => publicPageActs.takeNames(link) });
  return (
    <Page title={t('namesTitle')} about={t('namesBody')}>
      {take.data ? (
        <Section id="names" title={t('namesDone')}>
          <ul className="public-page__list">
            {take.data.opportunities.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/opportunities/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
          <div>
            <ButtonTo to="/">{t('namesToday')}</ButtonTo>
          </div>
        </Section>
      ) : (
        <div>
          <Button kind="primary" busy={take.isPending} onClick={() => take.mutate(undefined)}>
            {t('namesAct')}
          </Button>
        </div>
      )}
    </Page>
  );
}
