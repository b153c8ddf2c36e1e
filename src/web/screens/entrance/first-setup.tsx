import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, Setup } from '#contract/workspace';
import { codeOf, type FailureCode } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import { Password } from './password.tsx';

const shortestPassword = 10;

type Props = { codeRequired: boolean; onEnter: (me: Me) => Promise<void>; onAlreadyDone: () => void };

/** Owner and company in one form; the time zone is the browser's. */
export function FirstSetup({ codeRequired, onEnter, onAlreadyDone }: Props) {
  const { t, i18n } = useTranslation(['entrance', 'problem']);
  const [form, setForm] = useState({ name: '', workspace: '', email: '', password: '', code: '' });
  const [tooShort, setTooShort] = useState(false);
  const first = useFirstFocus<HTMLInputElement>();
  const fill = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));

  const begin = useMutation({
    mutationFn: () => {
      const body: Setup = {
        name: form.name.trim(),
        workspace: form.workspace.trim(),
        email: form.email.trim(),
        password: form.password,
        language: i18n.language === 'en' ? 'en' : 'nl',
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(codeRequired && { code: form.code.trim() }),
      };
      return api.post<Me>('/setup', body);
    },
    onSuccess: onEnter,
    onError: (error) => {
      if (codeOf(error) === 'already_set_up') onAlreadyDone();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = form.password.length < shortestPassword;
    setTooShort(short);
    if (!short && !begin.isPending) begin.mutate();
  };
  const code = begin.error && codeOf(begin.error);
  const at = (wanted: FailureCode) => (code === wanted ? t(`problem:${wanted}`) : undefined);
  const elsewhere = code && !['password_weak', 'email_invalid', 'setup_code_wrong'].includes(code);
  return (
    <form className="gate__form" onSubmit={submit}>
      <div>
        <h1>{t('entrance:setup')}</h1>
        <p className="muted">{t('entrance:setupAbout')}</p>
      </div>
      <Field
        label={t('entrance:name')}
        autoComplete="name"
        required
        ref={first}
        maxLength={200}
        value={form.name}
        onChange={(event) => fill({ name: event.target.value })}
      />
      <Field
        label={t('entrance:workspace')}
        autoComplete="organization"
        required
        maxLength={200}
        value={form.workspace}
        onChange={(event) => fill({ workspace: event.target.value })}
      />
      <Field
        label={t('entrance:email')}
        type="email"
        autoComplete="username"
        required
        error={at('email_invalid')}
        value={form.email}
        onChange={(event) => fill({ email: event.target.value })}
      />
      <Password
        label={t('entrance:password')}
        autoComplete="new-password"
        hint={t('entrance:passwordHint')}
        error={tooShort ? t('entrance:passwordShort') : at('password_weak')}
        value={form.password}
        onChange={(password) => fill({ password })}
      />
      {codeRequired && (
        <Field
          label={t('entrance:code')}
          hint={t('entrance:codeHint')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          required
          error={at('setup_code_wrong')}
          value={form.code}
          onChange={(event) => fill({ code: event.target.value })}
        />
      )}
      {elsewhere && (
        <p className="field__error" role="alert">
          {t(`problem:${code}`)}
        </p>
      )}
      <Button kind="primary" size="large" type="submit" busy={begin.isPending} wide>
        {t('entrance:make')}
      </Button>
    </form>
  );
}
