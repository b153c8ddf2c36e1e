import { useTranslation } from 'react-i18next';
import { ButtonTo } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export function NothingHere() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('nothingHere')}>
      <EmptyState
        title={t('nothingHereBody')}
        acts={
          <ButtonTo to="/" kind="primary">
            {t('toToday')}
          </ButtonTo>
        }
      />
    </Page>
  );
}
