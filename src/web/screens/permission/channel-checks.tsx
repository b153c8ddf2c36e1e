import { useTranslation } from 'react-i18next';
import { type LawChannel, lawChannels } from '#core/permission/words';
import { Check } from '../../ui/field.tsx';
import './permission.css';

type Props = { legend: string; value: readonly LawChannel[]; onChange: (value: LawChannel[]) => void };

export function ChannelChecks({ legend, value, onChange }: Props) {
  const { t } = useTranslation('permission');
  return (
    <fieldset className="chips">
      <legend className="chips__legend">{legend}</legend>
      <div className="channel-checks">
        {lawChannels.map((channel) => (
          <Check
            key={channel}
            label={t(`lawChannel.${channel}`)}
            checked={value.includes(channel)}
            onChange={(event) =>
              onChange(event.target.checked ? [...value, channel] : value.filter((one) => one !== channel))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
