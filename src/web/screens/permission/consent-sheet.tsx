import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import type { ConsentGiven, GiveConsent } from '#contract/permission';
import { consentHows, type LawChannel, proofKinds } from '#core/permission/words';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { useMe } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { firstNameOf } from '../opportunity/who-is.ts';
import { ChannelChecks } from './channel-checks.tsx';

/** A proof: by which channel, in which words, how, where and when. */
export function ConsentSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['permission', 'problem', 'ui']);
  const { today, member } = useMe();
  const [channels, setChannels] = useState<LawChannel[]>(['call']);
  const [form, setForm] = useState({
    kind: 'consent' as (typeof proofKinds)[number],
    wording: t('permission:wording') as string,
    how: 'phone' as (typeof consentHows)[number],
    source: '',
    givenOn: today as string,
  });
  const fill = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  // The question that the app has words for is about calling: of another channel one writes down what was said.
  const choose = (chosen: LawChannel[]) => {
    const asked = t('permission:wording');
    const isAboutCalling = chosen.every((channel) => channel === 'call');
    setChannels(chosen);
    if (!isAboutCalling && form.wording === asked) fill({ wording: '' });
    if (isAboutCalling && form.wording === '') fill({ wording: asked });
  };
  const give = useAct({
    run: () => {
      const body: GiveConsent = {
        kind: form.kind,
        channels,
        wording: form.wording.trim(),
        wordingVersion: form.wording === t('permission:wording') ? 'permission.wording 1' : 'own words',
        language: member.language,
        how: form.how,
        givenOn: form.givenOn,
        ...(form.source.trim() && { source: form.source.trim() }),
      };
      return api.post<ConsentGiven>(`/persons/${person.id}/consents`, body);
    },
    says: () => t('permission:addDone'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!give.isPending) give.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Sheet title={t('permission:addTitle', { name: firstNameOf(person.name) })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <ChannelChecks legend={t('permission:addChannels')} value={channels} onChange={choose} />
        <Select
          label={t('permission:addKind')}
          value={form.kind}
          onChange={(event) => fill({ kind: proofKinds.find((one) => one === event.target.value) ?? form.kind })}
        >
          {proofKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`permission:kind.${kind}`)}
            </option>
          ))}
        </Select>
        <TextArea
          label={t('permission:addWording')}
          value={form.wording}
          onChange={(event) => fill({ wording: event.target.value })}
        />
        <Select
          label={t('permission:addHow')}
          value={form.how}
          onChange={(event) => fill({ how: consentHows.find((one) => one === event.target.value) ?? form.how })}
        >
          {consentHows.map((how) => (
            <option key={how} value={how}>
              {t(`permission:how.${how}`)}
            </option>
          ))}
        </Select>
        <Field
          label={t('permission:addSource')}
          hint={t(form.kind === 'published' ? 'permission:addSourcePublished' : 'permission:addSourceHint')}
          value={form.source}
          onChange={(event) => fill({ source: event.target.value })}
          optional={form.kind !== 'published'}
        />
        <Field
          label={t('permission:addOn')}
          type="date"
          max={today}
          value={form.givenOn}
          onChange={(event) => fill({ givenOn: event.target.value })}
        />
        {give.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(give.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button
            kind="primary"
            size="large"
            type="submit"
            busy={give.isPending}
            disabled={
              channels.length === 0 ||
              form.wording.trim() === '' ||
              form.givenOn === '' ||
              (form.kind === 'published' && form.source.trim() === '')
            }
          >
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
