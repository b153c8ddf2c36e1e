import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '#contract/workspace';
import { ApiProblem, codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { keys } from '../../data/keys.ts';
import { waitingOnDevice } from '../../offline/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import { Password } from './password.tsx';

export function SignIn({ onEnter }: { onEnter: (me: Me) => Promise<void> }) {
  const { t } = useTranslation(['entrance', 'problem', 'offline']);
  const waiting = useQuery({ queryKey: keys.waiting, queryFn: waitingOnDevice }).data ?? 0;
  const first = useFirstFocus<HTMLInputElement>();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => api.post<Me>('/sign-in', { email: email.trim(), password }),
    onSuccess: onEnter,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!enter.isPending) enter.mutate();
  };
  const code = enter.error && codeOf(enter.error);
  const minutes = minutesToWait(enter.error);
  return (
    <form className="gate__form" onSubmit={submit}>
      <div>
        <h1>{t('entrance:signIn')}</h1>
        <p className="muted">{t('entrance:signInAbout')}</p>
        {waiting > 0 && (
          <p className="notice" role="note">
            {t('offline:signInWaiting', { count: waiting })}
          </p>
        )}
      </div>
      <Field
        label={t('entrance:email')}
        type="email"
        autoComplete="username"
        required
        ref={first}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Password
        label={t('entrance:password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      {code && (
        <p className="field__error" role="alert">
          {minutes !== null
            ? t('entrance:tooOften', { count: minutes })
            : code === 'not_signed_in'
              ? t('entrance:wrong')
              : t(`problem:${code}`)}
        </p>
      )}
      <Button kind="primary" size="large" type="submit" busy={enter.isPending} wide>
        {t('entrance:enter')}
      </Button>
      <p className="muted small">{t('entrance:forgotten')}</p>
    </form>
  );
}

/** After too many wrong passwords the server says for how long; null when there is nothing to wait for. */
function minutesToWait(error: Error | null): number | null {
  const seconds = error instanceof ApiProblem ? error.facts?.['retryAfterSeconds'] : undefined;
  return typeof seconds === 'number' ? Math.ceil(seconds / 60) : null;
}
