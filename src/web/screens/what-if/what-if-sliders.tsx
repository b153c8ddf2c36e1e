import { useTranslation } from 'react-i18next';
import { Slider } from '../../ui/slider.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { minutesStep, mostMinutes, mostPerWeek, type Trial } from './what-if-input.ts';

type Props = { trial: Trial; onChange: (change: Partial<Trial>) => void };

export function WhatIfSliders({ trial, onChange }: Props) {
  const { t } = useTranslation('whatIf');
  const format = useFormat();
  const { keepTo, minutesADay, perWeek } = trial;
  return (
    <section className="what-if__sliders card" aria-label={t('slidersTitle')}>
      <Slider
        label={t('keepTo')}
        words={t('contact', { number: keepTo })}
        min={1}
        max={12}
        value={keepTo}
        onChange={(value) => onChange({ keepTo: value })}
      />
      <Slider
        label={t('minutes')}
        words={format.minutes(minutesADay)}
        min={minutesStep}
        max={mostMinutes}
        step={minutesStep}
        value={minutesADay}
        onChange={(value) => onChange({ minutesADay: value })}
      />
      <Slider
        label={t('perWeek')}
        words={perWeek === null ? t('perWeekAll') : t('perWeekMost', { n: format.number(perWeek) })}
        min={1}
        max={mostPerWeek + 1}
        value={perWeek ?? mostPerWeek + 1}
        onChange={(value) => onChange({ perWeek: value > mostPerWeek ? null : value })}
      />
    </section>
  );
}
