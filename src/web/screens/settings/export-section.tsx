import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Download } from 'lucide-react';
import { ApiProblem } from '../../data/api-problem.ts';
import { privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button, ButtonOut } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { saveFile } from '../rights/save-file.ts';
import { Section } from './section.tsx';

const leastLetters = 10;

/** Everything of the company in one file, and the key of its list of objections in another. */
export function ExportSection() {
  const { t } = useTranslation('settings');
  const [passphrase, setPassphrase] = useState('');
  const [nobody, setNobody] = useState(false);
  const short = passphrase !== '' && passphrase.length < leastLetters;
  const take = useAct({
    run: () => privacyActs.takeKey(passphrase),
    says: () => t('exportKeyTaken'),
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (short || take.isPending) return;
    setNobody(false);
    take.mutate(undefined, {
      onSuccess: saveFile,
      onError: (error) => setNobody(error instanceof ApiProblem && error.code === 'not_found'),
    });
  };
  return (
    <Section id="export" title={t('export')} about={t('exportBody')}>
      <div>
        <ButtonOut href="/api/v1/export" download icon={<Download size={18} aria-hidden="true" />}>
          {t('exportAll')}
        </ButtonOut>
      </div>
      <form className="settings__form" onSubmit={submit}>
        <h3>{t('exportKey')}</h3>
        <p className="muted">{t('exportKeyBody')}</p>
        <Field
          label={t('exportPassphrase')}
          hint={t('exportPassphraseHint')}
          error={short ? t('exportPassphraseShort', { count: leastLetters }) : undefined}
          autoComplete="off"
          maxLength={200}
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
          optional
        />
        {nobody && <p role="status">{t('exportKeyNone')}</p>}
        <div>
          <Button type="submit" busy={take.isPending}>
            {t('exportKeyTake')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
