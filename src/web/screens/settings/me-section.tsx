import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayWrite, useMe } from '../../data/me.ts';
import { chooseTheme, chosenTheme, type Theme } from '../../start/theme.ts';
import { changeLanguage } from '../../start/language.ts';
import { Chips } from '../../ui/chips.tsx';
import { Check, Field } from '../../ui/field.tsx';
import { keysAreOn, switchKeys } from '../../ui/use-keys.ts';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';
import { useSaveMe } from './use-settings-acts.ts';

export function MeSection() {
  const { t, i18n } = useTranslation('settings');
  const { member } = useMe();
  const mayWrite = useMayWrite();
  const { save, isPending } = useSaveMe();
  const [name, setName] = useState(member.name);
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const [keysOn, setKeysOn] = useState(keysAreOn);
  return (
    <Section id="me" title={t('me')}>
      {mayWrite && (
        <form
          className="settings__form"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) save({ name: name.trim() });
          }}
        >
          <Field
            label={t('name')}
            autoComplete="name"
            maxLength={200}
            value={name}
            required
            onChange={(event) => setName(event.target.value)}
          />
          <SaveRow changed={name.trim() !== member.name} busy={isPending} onDiscard={() => setName(member.name)} />
        </form>
      )}
      <Chips
        legend={t('language')}
        shown
        look="joined"
        value={mayWrite ? member.language : i18n.language === 'en' ? 'en' : 'nl'}
        options={[
          { value: 'nl', label: t('nl') },
          { value: 'en', label: t('en') },
        ]}
        onChange={(language) => (mayWrite ? save({ language }) : void changeLanguage(language))}
      />
      <Chips
        legend={t('theme')}
        shown
        look="joined"
        value={theme}
        options={[
          { value: 'system', label: t('themeSystem') },
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
        ]}
        onChange={(chosen) => {
          chooseTheme(chosen);
          setTheme(chosen);
        }}
      />
      <div>
        <Check
          label={t('keys')}
          checked={keysOn}
          onChange={(event) => {
            switchKeys(event.target.checked);
            setKeysOn(event.target.checked);
          }}
        />
      </div>
      {mayWrite && (
        <div>
          <Check
            label={t('shareMirror')}
            checked={member.shareMirror}
            onChange={(event) => save({ shareMirror: event.target.checked })}
          />
          <p className="muted small">{t('shareMirrorHint')}</p>
        </div>
      )}
    </Section>
  );
}
