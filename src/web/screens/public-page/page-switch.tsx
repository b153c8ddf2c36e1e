import { useTranslation } from 'react-i18next';
import type { PublicPage } from '#contract/public-page';
import { publicPageActs } from '../../data/public-page.ts';
import { useAct } from '../../data/use-act.ts';
import { Button, ButtonOut } from '../../ui/button.tsx';
import { Section } from '../settings/section.tsx';

/** On or off, and the way to see it. */
export function PageSwitch({ page, mayChange }: { page: PublicPage; mayChange: boolean }) {
  const { t } = useTranslation('publicPage');
  const turn = useAct({
    run: (isOn: boolean) => publicPageActs.save({ version: page.version, isOn }),
    says: ({ isOn }) => t(isOn ? 'switchedOn' : 'switchedOff'),
  });
  const address = page.isOn ? page.url : page.previewUrl;
  return (
    <Section id="switch" title={t(page.isOn ? 'on' : 'off')} about={page.isOn ? page.url : undefined}>
      <div className="public-page__acts">
        {mayChange && (
          <Button kind={page.isOn ? 'plain' : 'primary'} busy={turn.isPending} onClick={() => turn.mutate(!page.isOn)}>
            {t(page.isOn ? 'switchOff' : 'switchOn')}
          </Button>
        )}
        {address === null ? (
          <p className="muted">{t('previewFirst')}</p>
        ) : (
          <ButtonOut href={address} target="_blank" rel="noreferrer">
            {t(page.isOn ? 'look' : 'preview')}
          </ButtonOut>
        )}
      </div>
    </Section>
  );
}
