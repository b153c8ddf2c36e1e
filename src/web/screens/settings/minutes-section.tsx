import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/workspace';
import { channels, type Channel } from '#core/opportunity/vocabulary';
import { Field } from '../../ui/field.tsx';
import { useLearned } from './use-learned.ts';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';
import { useSaveWorkspace } from './use-settings-acts.ts';

/** How long a contact takes by each channel, and how long it takes to find somebody new (product.md, definition 9). */
export function MinutesSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation(['settings', 'words']);
  const learned = useLearned();
  const { save, isPending } = useSaveWorkspace(settings.version);
  const [minutes, setMinutes] = useState<Record<Channel, number>>(settings.minutesByChannel);
  const [finding, setFinding] = useState(settings.acquisitionMinutes);
  const changed =
    finding !== settings.acquisitionMinutes ||
    channels.some((channel) => minutes[channel] !== settings.minutesByChannel[channel]);
  return (
    <Section id="minutes" title={t('settings:minutes')} about={t('settings:minutesBody')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          save({ minutesByChannel: minutes, acquisitionMinutes: finding });
        }}
      >
        <div className="settings__minutes">
          {channels.map((channel) => (
            <Field
              key={channel}
              label={t(`words:channel.${channel}`)}
              type="number"
              inputMode="numeric"
              min={1}
              max={600}
              required
              hint={learned.ofChannel(channel)}
              value={Number.isNaN(minutes[channel]) ? '' : minutes[channel]}
              onChange={(event) => setMinutes({ ...minutes, [channel]: event.target.valueAsNumber })}
            />
          ))}
        </div>
        <Field
          label={t('settings:acquisition')}
          type="number"
          inputMode="numeric"
          min={0}
          max={10000}
          required
          hint={learned.ofFinding}
          value={Number.isNaN(finding) ? '' : finding}
          onChange={(event) => setFinding(event.target.valueAsNumber)}
        />
        <SaveRow
          changed={changed}
          busy={isPending}
          onDiscard={() => {
            setMinutes(settings.minutesByChannel);
            setFinding(settings.acquisitionMinutes);
          }}
        />
      </form>
    </Section>
  );
}
